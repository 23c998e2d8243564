import type { ISql } from 'postgres'
import type { Cells } from '@/lib/analytics/cells'
import type { Day } from '@/lib/analytics/day'
import type { BounceFilter } from '@/lib/analytics/filter'
import type { Range } from '@/lib/analytics/range'
import { countedCells, factDay, facts } from './facts'
import { isRolledUp, rollup, summedCells, type Place } from './rollup'

/** Bounces of each day of `range` (days without any are left out), whatever the filter's own days are. */
export async function dailyCells(
  sql: ISql,
  place: Place,
  filter: BounceFilter,
  range: Range,
): Promise<Map<Day, Cells>> {
  const rows = isRolledUp(filter)
    ? await sql<{ day: Day; counts: number[] }[]>`
        select day::text as day, ${summedCells(sql, filter)} as counts
        from ${rollup(sql, place, filter, 'none', range)} group by day`
    : await sql<{ day: Day; counts: number[] }[]>`
        select ${factDay(sql, place)}::text as day, ${countedCells(sql)} as counts
        from ${facts(sql, place, filter, range)} group by 1`
  return new Map(rows.map((row) => [row.day, row.counts]))
}
