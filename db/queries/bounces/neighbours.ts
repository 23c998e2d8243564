import type { ISql } from 'postgres'
import type { BounceSort } from '@/lib/analytics/bounce-sort'
import type { BounceKey } from '@/lib/bounce/key'
import { rowsBehind } from './list-bounces'
import { reversed, type Anchor } from './order'
import type { Scope } from './scope'

export interface Neighbours {
  previous: BounceKey | null
  next: BounceKey | null
}

/** The bounces beside one in the list's order, whether or not it matches the filter itself. */
export async function neighboursOf(
  sql: ISql,
  scope: Scope,
  sort: BounceSort,
  anchor: Anchor,
): Promise<Neighbours> {
  const [before, after] = await Promise.all([
    rowsBehind(sql, scope, reversed(sort), anchor, 1),
    rowsBehind(sql, scope, sort, anchor, 1),
  ])
  return { previous: before[0] ?? null, next: after[0] ?? null }
}
