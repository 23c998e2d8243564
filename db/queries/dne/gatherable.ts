import type { ISql } from 'postgres'
import type { DneFilter } from '@/lib/dne/filter'
import { foundReasons, matchingReasons, partOf } from './matching'

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
  if (partOf(filter.q)) return !(await isCommon(sql, workspace, filter, now))
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from
      (select 1 from (${foundReasons(sql, workspace, filter, now)}) r limit ${FEW + 1}) probe`
  return row!.n <= FEW
}

/** Among so many of the newest reasons, this many matches promise a page within a short walk. */
const LOOKED_AT = 3_000
const ENOUGH = 30

/** The index of parts gives all rows with a part or none: not to be asked for what half of the list has. */
async function isCommon(
  sql: ISql,
  workspace: { id: string; timeZone: string },
  filter: DneFilter,
  now: Date,
): Promise<boolean> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from (
      select * from dne_reasons r where r.workspace_id = ${workspace.id} order by r.created_at desc limit ${LOOKED_AT}) r
    where ${matchingReasons(sql, workspace, filter, now)}`
  return row!.n >= ENOUGH
}
