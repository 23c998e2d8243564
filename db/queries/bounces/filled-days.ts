import type { ISql } from 'postgres'
import type { BounceSort } from '@/lib/analytics/bounce-sort'
import { dayOf, type Day } from '@/lib/analytics/day'
import { rollup, rowTotal } from '@/db/queries/analytics/rollup'
import type { Anchor } from './order'
import { isRolledUp, type Scope } from './scope'

interface FilledDay {
  day: Day
  n: number
}

/**
 * Shrinks a scope to the days that hold the next `limit` rows of a sort behind an anchor; null where no day holds any. No index
 * serves type and provider, so a walk could go through millions of rows for none, while day totals know where the rows are.
 */
export async function shrinkToRows(
  sql: ISql,
  scope: Scope,
  sort: BounceSort,
  anchor: Anchor | null,
  limit: number,
): Promise<Scope | null> {
  const { filter, timeZone } = scope
  const isServed = filter.types.length === 0 && filter.providers.length === 0
  if (isServed || !isRolledUp(scope)) return scope
  const days = await filledDays(sql, scope, sort)
  const wanted =
    sort.key === 'received' ? nextDays(days, sort, anchor && dayOf(anchor.occurredAt, timeZone), limit) : days
  if (wanted.length === 0) return null
  const [first, last] = [wanted[0]!.day, wanted.at(-1)!.day]
  const range = first < last ? { from: first, to: last } : { from: last, to: first }
  return { ...scope, filter: { ...filter, ...range } }
}

function filledDays(sql: ISql, { workspaceId, timeZone, filter }: Scope, { direction }: BounceSort) {
  const total = rowTotal(sql, filter)
  return sql<FilledDay[]>`
    select day::text as day, sum(${total})::int as n
    from ${rollup(sql, { id: workspaceId, timeZone }, filter, 'none', filter)}
    group by day having sum(${total}) > 0
    order by day ${direction === 'asc' ? sql`asc` : sql`desc`}`
}

/** Some rows of the anchor's own day may stand before it, so they don't count. */
function nextDays(
  days: FilledDay[],
  { direction }: BounceSort,
  anchorDay: Day | null,
  limit: number,
): FilledDay[] {
  const ahead = anchorDay
    ? days.filter(({ day }) => (direction === 'asc' ? day >= anchorDay : day <= anchorDay))
    : days
  let rows = 0
  const enough = ahead.findIndex(({ day, n }) => (rows += day === anchorDay ? 0 : n) >= limit)
  return enough < 0 ? ahead : ahead.slice(0, enough + 1)
}
