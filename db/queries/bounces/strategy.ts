import type { Fragment, ISql } from 'postgres'
import type { BounceSortKey } from '@/lib/analytics/bounce-sort'
import { indexed, inRange } from './conditions'
import { isOrdered, type Scope } from './scope'

/**
 * How a page is found. `walk`: along the sort's index until the page is full, good where many rows match.
 * `gather`: all matches by the filter's index, then sorted, good where few do. The planner guesses this from
 * column statistics and is 100 × off where columns go together, so the choice is made by looking.
 */
export type Strategy = 'walk' | 'gather'

const PAGE = 51
const MOST = 20_000

/** Chooses by probing each indexed condition, at most as many rows as gathering may cost. */
export async function chooseStrategy(sql: ISql, scope: Scope, sort: BounceSortKey): Promise<Strategy> {
  if (sort === 'received' && isOrdered(scope)) return 'walk'
  // Words of the reply are no index's business: looking for them reads every row.
  const conditions = indexed(
    sql,
    scope.search ? { ...scope, search: { ...scope.search, inReply: [] } } : scope,
  )
  if (conditions.length === 0) return 'walk'
  const most = await worthGathering(sql)
  for (const condition of conditions) {
    if ((await countUpTo(sql, scope, condition, most)) <= most) return 'gather'
  }
  return 'walk'
}

/** Walking costs page × table / matches, gathering costs matches: equal at √(page × table). */
async function worthGathering(sql: ISql): Promise<number> {
  const rows = await sql<{ n: number }[]>`select reltuples as n from pg_class where oid = 'bounces'::regclass`
  return Math.min(MOST, Math.max(1_000, Math.round(Math.sqrt(PAGE * Math.max(0, rows[0]!.n)))))
}

async function countUpTo(sql: ISql, scope: Scope, condition: Fragment, most: number): Promise<number> {
  const rows = await sql<{ n: number }[]>`
    select count(*)::int as n from
      (select 1 from bounces b where ${inRange(sql, scope)} and ${condition} limit ${most + 1}) probe`
  return rows[0]!.n
}
