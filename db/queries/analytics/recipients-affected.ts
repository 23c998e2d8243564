import type { ISql } from 'postgres'
import type { BounceFilter } from '@/lib/analytics/filter'
import { previousRange } from '@/lib/analytics/range'
import { cachedFigure, figureKey } from './cached-figure'
import { facts } from './facts'
import type { Place } from './rollup'

/** How many different recipients bounced, exactly. */
export function recipientsIn(sql: ISql, place: Place, filter: BounceFilter): Promise<number> {
  return cachedFigure(sql, place.id, figureKey('recipients', filter), async () => {
    const rows = await sql<{ n: number }[]>`
      select count(distinct recipient)::int as n from ${facts(sql, place, filter, filter)}`
    return rows[0]!.n
  })
}

/** How many different recipients bounced, now and in the period before. */
export async function recipientsAffected(
  sql: ISql,
  place: Place,
  filter: BounceFilter,
): Promise<{ now: number; before: number }> {
  const [now, before] = await Promise.all([
    recipientsIn(sql, place, filter),
    recipientsIn(sql, place, { ...filter, ...previousRange(filter) }),
  ])
  return { now, before }
}
