import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from 'postgres'

const AWAY = /^(08|57P|53300|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|CONNECT|EHOSTUNREACH)/
const WAIT_MS = 500
const PATIENCE_MS = 10 * 60_000

/** Whether an error says that the database is away, not that something is wrong with the work. */
export function isConnectionError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && AWAY.test(code)
}

/** Waits until the database answers again; throws its error where it stays away for long or the worker stops. */
export async function waitForDatabase(sql: Sql, stopping: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (true) {
    await sleep(WAIT_MS)
    try {
      await sql`select 1`
      return
    } catch (error) {
      if (!isConnectionError(error) || stopping() || Date.now() > end) throw error
    }
  }
}
