import type { Fragment, ISql, Sql } from 'postgres'

/** Tables of work that one worker at a time holds a row of: `lease_until` says for how long, `fence` for whom. */
type Leased = 'imports' | 'list_files' | 'recognition_runs' | 'dne_runs' | 'batches'

/** A row in the hands of a worker; with an older fence nothing can be written. */
export interface Held {
  workspaceId: string
  id: string
  fence: number
}

/** A worker that died is followed by another after so long. */
const LEASE_SECONDS = 30

/** What became of a slice of work: nothing is left, more is, or another worker has it. */
export type SliceEnd = 'settled' | 'open' | 'not_taken'

/** Another worker took the row, or a person stopped the work: this one writes nothing more. */
export class Stale extends Error {
  override name = 'Stale'
}

/** Whether no living worker holds the row. */
export function isFree(sql: ISql): Fragment {
  return sql`(lease_until is null or lease_until < now())`
}

/** The end of a lease that is taken, or prolonged, now. */
export function leaseEnd(sql: ISql, seconds = LEASE_SECONDS): Fragment {
  return sql`now() + make_interval(secs => ${seconds})`
}

/** Gives a row back at the end of a slice: any worker may go on at once. */
export async function release(sql: ISql, table: Leased, { workspaceId, id, fence }: Held): Promise<void> {
  await sql`
    update ${sql(table)} set lease_until = null
    where workspace_id = ${workspaceId} and id = ${id} and fence = ${fence}`
}

/** Keeps a row while `work` lasts: a step may take longer than a lease. One that was given back meanwhile stays so. */
export async function keptWhile<T>(
  sql: Sql,
  table: Leased,
  { workspaceId, id, fence }: Held,
  work: () => Promise<T>,
  seconds = LEASE_SECONDS,
): Promise<T> {
  const prolong = async () => {
    await sql`
      update ${sql(table)} set lease_until = ${leaseEnd(sql, seconds)}
      where workspace_id = ${workspaceId} and id = ${id} and fence = ${fence} and lease_until is not null`
  }
  const timer = setInterval(() => void prolong().catch(() => undefined), (seconds * 1000) / 3)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
