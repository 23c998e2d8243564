import { countByCategory, type CategoryCount } from '@/db/queries/bounces/count-bounces'
import { listBounces, type BouncePage } from '@/db/queries/bounces/list-bounces'
import { isRolledUp, openScope, type Scope } from '@/db/queries/bounces/scope'
import { cachedFigure } from '@/db/queries/analytics/cached-figure'
import { parseBounceCursor } from '@/lib/analytics/bounce-cursor'
import { parseBounceSort, type BounceSort } from '@/lib/analytics/bounce-sort'
import { dayOf } from '@/lib/analytics/day'
import {
  allIn,
  filterOf,
  filterQuery,
  isNarrowed,
  type BounceFilter,
  type FilterParams,
} from '@/lib/analytics/filter'
import type { Range } from '@/lib/analytics/range'
import type { Context } from '@/lib/services/context'

export interface List {
  filter: BounceFilter
  today: string
  sort: BounceSort
  scope: Scope
  page: BouncePage
  /** Counted beside the page, because a wide search takes longer to count than to show. */
  counts: Promise<CategoryCount[]>
  /** All bounces of the days, whatever else narrows the list. */
  total: Promise<number>
}

type Params = FilterParams & { sort?: string | null; cursor?: string | null }

/** What the URL asks for: the rows at once, the counts as promises. */
export async function loadList(ctx: Context, params: Params): Promise<List> {
  const today = dayOf(ctx.now, ctx.workspace.timeZone)
  const filter = filterOf(params, today)
  const sort = parseBounceSort(params.sort)
  const scope = await openScope(ctx.sql, ctx.workspace, filter)
  const counts = countsOf(ctx, scope)
  const total = isNarrowed(filter) ? countDays(ctx, filter) : counts.then(sum)
  const page = await listBounces(ctx.sql, scope, sort, parseBounceCursor(params.cursor, sort.key))
  return { filter, today, sort, scope, page, counts, total }
}

/** All bounces of some counts. */
export function sum(counts: readonly CategoryCount[]): number {
  return counts.reduce((all, row) => all + row.count, 0)
}

/** Rows are counted once per change of the data, except for typed words, of which there are too many. */
function countsOf({ sql, workspace }: Context, scope: Scope): Promise<CategoryCount[]> {
  const count = () => countByCategory(sql, scope)
  if (isRolledUp(scope) || scope.search) return quietly(count())
  const key = `mix?${filterQuery(scope.filter, '')}`
  return quietly(
    cachedFigure(sql, workspace.id, key, async () =>
      (await count()).map(({ category, count: n }) => [category, n] as [string, number]),
    ).then((rows) => rows.map(([category, n]) => ({ category, count: n }))),
  )
}

function countDays({ sql, workspace }: Context, range: Range): Promise<number> {
  const scope = {
    workspaceId: workspace.id,
    timeZone: workspace.timeZone,
    filter: allIn(range),
    search: null,
  }
  return quietly(countByCategory(sql, scope).then(sum))
}

/** A count nobody got to wait for must not end the process; whoever does wait sees its failure. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
