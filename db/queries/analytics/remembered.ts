import type { ISql } from 'postgres'

interface Known {
  version: number
  value: unknown
}

const MOST = 200
const memory = new Map<string, Known>()

/**
 * What `work` makes of a workspace's bounces, kept by this process until they change. `work` gives a record of
 * promises; one that fails makes the next caller ask again. Everybody gets the same objects, so nobody may change them.
 */
export async function remembered<T extends Record<string, Promise<unknown>>>(
  sql: ISql,
  workspaceId: string,
  key: string,
  work: () => T,
): Promise<T> {
  const rows = await sql<{ version: number }[]>`
    select data_version as version from workspaces where id = ${workspaceId}`
  const version = rows[0]?.version ?? 0
  const name = `${workspaceId} ${key}`
  const known = memory.get(name)
  if (known?.version === version) {
    keep(name, known)
    return known.value as T
  }
  const value = work()
  const fresh: Known = { version, value }
  keep(name, fresh)
  for (const promise of Object.values(value)) {
    promise.catch(() => {
      if (memory.get(name) === fresh) memory.delete(name)
    })
  }
  return value
}

/** The last one used stands last; the first one goes where there are too many. */
function keep(name: string, known: Known): void {
  memory.delete(name)
  memory.set(name, known)
  if (memory.size > MOST) memory.delete(memory.keys().next().value!)
}
