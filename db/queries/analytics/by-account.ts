import type { ISql } from 'postgres'
import { addCells } from '@/lib/analytics/cells'
import type { BounceFilter } from '@/lib/analytics/filter'
import { previousRange, type Range } from '@/lib/analytics/range'
import { figureOf } from './cached-figure'
import { countedCells, factDay, facts } from './facts'
import { isRolledUp, rollup, summedCells, type Place } from './rollup'

// A type, because only types fit into a kept figure.
export type Grouped = {
  /** Account address ('' unknown) or provider id. */
  name: string
  now: number[]
  /** In the equally long period before. */
  before: number[]
}

async function grouped(
  sql: ISql,
  place: Place,
  filter: BounceFilter,
  by: 'account' | 'provider',
): Promise<Grouped[]> {
  const both: Range = { from: previousRange(filter).from, to: filter.to }
  const rows = isRolledUp(filter)
    ? await sql<{ name: string; now: boolean; counts: number[] }[]>`
        select ${sql(by)} as name, day >= ${filter.from} as now, ${summedCells(sql, filter)} as counts
        from ${rollup(sql, place, filter, by, both)} group by 1, 2`
    : await sql<{ name: string; now: boolean; counts: number[] }[]>`
        select ${sql(by)} as name, ${factDay(sql, place)} >= ${filter.from}::date as now, ${countedCells(sql)} as counts
        from ${facts(sql, place, filter, both)} group by 1, 2`
  const groups = new Map<string, Grouped>()
  for (const row of rows) {
    const known = groups.get(row.name) ?? { name: row.name, now: addCells([]), before: addCells([]) }
    groups.set(row.name, { ...known, [row.now ? 'now' : 'before']: addCells([row.counts]) })
  }
  return [...groups.values()]
}

/** Bounces per sending account, now and in the period before. */
export function cellsByAccount(sql: ISql, place: Place, filter: BounceFilter): Promise<Grouped[]> {
  return figureOf(sql, place.id, 'accounts', filter, () => grouped(sql, place, filter, 'account'))
}

/** Bounces per mailbox provider, now and in the period before. */
export function cellsByProvider(sql: ISql, place: Place, filter: BounceFilter): Promise<Grouped[]> {
  return figureOf(sql, place.id, 'providers', filter, () => grouped(sql, place, filter, 'provider'))
}
