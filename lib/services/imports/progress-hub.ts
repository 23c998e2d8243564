import type { Sql } from 'postgres'
import { IMPORTS_CHANNEL } from '@/lib/jobs/imports/lease'

type Listener = () => void

/** One LISTEN a process, however many pages follow imports. */
class Hub {
  private readonly listeners = new Map<string, Set<Listener>>()
  private listening: Promise<unknown> | null = null

  constructor(private readonly sql: Sql) {}

  async add(key: string, listener: Listener): Promise<() => void> {
    const some = this.listeners.get(key) ?? new Set()
    this.listeners.set(key, some.add(listener))
    await this.listen()
    return () => {
      some.delete(listener)
      if (some.size === 0) this.listeners.delete(key)
    }
  }

  private async listen(): Promise<void> {
    this.listening ??= this.sql.listen(
      IMPORTS_CHANNEL,
      (payload) => this.listeners.get(payload)?.forEach((listener) => listener()),
      // After a lost connection everybody looks anew: a notice may have gone by.
      () => this.listeners.forEach((some) => some.forEach((listener) => listener())),
    )
    try {
      await this.listening
    } catch (error) {
      this.listening = null
      throw error
    }
  }
}

const hubs = new WeakMap<Sql, Hub>()

/** Calls `listener` whenever an import changes; gives what ends that. */
export function onImportChange(
  sql: Sql,
  { workspaceId, importId }: { workspaceId: string; importId: string },
  listener: Listener,
): Promise<() => void> {
  let hub = hubs.get(sql)
  if (!hub) hubs.set(sql, (hub = new Hub(sql)))
  return hub.add(`${workspaceId} ${importId}`, listener)
}
