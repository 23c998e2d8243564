import type { ISql } from 'postgres'
import type { AccountDay } from '@/lib/analytics/finding'
import type { Day } from '@/lib/analytics/day'
import type { BounceFilter } from '@/lib/analytics/filter'
import type { Range } from '@/lib/analytics/range'
import { figureOf } from './cached-figure'
import { factDay, facts } from './facts'
import { isRolledUp, rollup, rowTotal, type Place } from './rollup'

/** Bounces of each account on each day of `range` by category, the raw material of findings (several rows of a day with a provider filter); only rolled-up filters. */
export async function accountDays(
  sql: ISql,
  place: Place,
  filter: BounceFilter,
  range: Range,
): Promise<AccountDay[]> {
  const rows = await sql<{ account: string; day: Day; counts: string }[]>`
    select account, day::text as day, array_to_string(counts, ',') as counts
    from ${rollup(sql, place, filter, 'account', range)}`
  return rows.map((row) => ({ account: row.account, day: row.day, cells: row.counts.split(',').map(Number) }))
}

/** Bounces of each account on each day of the filter, as one number. */
export async function accountTrends(
  sql: ISql,
  place: Place,
  filter: BounceFilter,
): Promise<Map<string, Map<Day, number>>> {
  const rows = await figureOf(sql, place.id, 'trends', filter, () => perAccount(sql, place, filter))
  return new Map(
    rows.map((row) => {
      const totals = row.totals.split(',')
      return [row.account, new Map(row.days.split(',').map((day, i) => [day, Number(totals[i])]))]
    }),
  )
}

type PerAccount = { account: string; days: string; totals: string }

async function perAccount(sql: ISql, place: Place, filter: BounceFilter): Promise<PerAccount[]> {
  const perDay = isRolledUp(filter)
    ? sql`select account, day, sum(${rowTotal(sql, filter)})::int as n
          from ${rollup(sql, place, filter, 'account', filter)} group by account, day`
    : sql`select account, ${factDay(sql, place)} as day, count(*)::int as n
          from ${facts(sql, place, filter, filter)} group by 1, 2`
  const rows = await sql<PerAccount[]>`
    select account, string_agg(day::text, ',') as days, string_agg(n::text, ',') as totals
    from (${perDay}) per_day group by account`
  return [...rows]
}
