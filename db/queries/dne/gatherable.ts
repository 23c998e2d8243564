import type { ISql } from 'postgres'
import type { DneFilter } from '@/lib/dne/filter'
import { foundReasons } from './matching'

/** Up to here it is quicker to gather all matches and sort them than to walk along the sort until a page is full. */
const FEW = 5_000

/**
 * Whether few entries match. The planner guesses it from statistics and is far off for searches, so it is looked at, for as long as a
 * walk would take at most.
 */
export async function gatherable(
  sql: ISql,
  workspace: { id: string; timeZone: string },
  filter: DneFilter,
  now: Date,
): Promise<boolean> {
  const narrows =
    filter.q?.trim() || filter.by.length > 0 || filter.reasons.length > 0 || filter.sources.length > 0
  if (!narrows) return false
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from
      (select 1 from (${foundReasons(sql, workspace, filter, now)}) r limit ${FEW + 1}) probe`
  return row!.n <= FEW
}
