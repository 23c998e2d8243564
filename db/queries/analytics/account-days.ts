import type { ISql } from 'postgres'
import type { AccountDay } from '@/lib/analytics/finding'
import type { Day } from '@/lib/analytics/day'
import type { BounceFilter } from '@/lib/analytics/filter'
import type { Range } from '@/lib/analytics/range'
import { factDay, facts } from './facts'
import { isRolledUp, rollup, rowTotal, type Place } from './rollup'

/** Bounces of each account on each day of `range` by category, the raw material of findings; only rolled-up filters. */
export async function accountDays(
  sql: ISql,
  place: Place,
  filter: BounceFilter,
  range: Range,
): Promise<AccountDay[]> {
  const rows = await sql<{ account: string; day: Day; counts: string }[]>`
    select account, day::text as day, array_to_string(counts, ',') as counts
    from ${rollup(sql, place, { ...filter, providers: [] }, 'account', range)}`
  return rows.map((row) => ({ account: row.account, day: row.day, cells: row.counts.split(',').map(Number) }))
}

/** Bounces of each account on each day of `range`, as one number. */
export async function accountTrends(
  sql: ISql,
  place: Place,
  filter: BounceFilter,
  range: Range,
): Promise<Map<string, Map<Day, number>>> {
  const rows = isRolledUp(filter)
    ? await sql<{ account: string; days: string; totals: string }[]>`
        select account, string_agg(day::text, ',') as days, string_agg(n::text, ',') as totals
        from (select account, day, sum(${rowTotal(sql, filter)})::int as n
              from ${rollup(sql, place, filter, 'account', range)} group by account, day) per_day
        group by account`
    : await sql<{ account: string; days: string; totals: string }[]>`
        select account, string_agg(day::text, ',') as days, string_agg(n::text, ',') as totals
        from (select account, ${factDay(sql, place)} as day, count(*)::int as n
              from ${facts(sql, place, filter, range)} group by 1, 2) per_day
        group by account`
  return new Map(
    rows.map((row) => {
      const totals = row.totals.split(',')
      return [row.account, new Map(row.days.split(',').map((day, i) => [day, Number(totals[i])]))]
    }),
  )
}
