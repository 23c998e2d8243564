import { compare, type Change } from '@/lib/analytics/change'
import { previousRange } from '@/lib/analytics/range'
import { dayOf, type Day } from '@/lib/analytics/day'
import { dimensionQuery, filterOf, filterQuery, type BounceFilter } from '@/lib/analytics/filter'
import { loadUrlState } from '@/components/data/filter-params'
import type { Context } from '@/lib/services/context'

/** What one look at the overview needs everywhere: who looks, at which bounces, and where its links lead. */
export interface View {
  ctx: Context
  place: { id: string; timeZone: string }
  filter: BounceFilter
  today: Day
  sort: string
  /** Compares with the period before, as far as bounces reach back that far. */
  compare: (now: number, before: number) => Change
  /** Whether bounces reach back over the whole period before. */
  comparable: boolean
  /** `/w/[workspace]`. */
  base: string
  /** The rows behind a figure: the filter with some parts changed. */
  rows: (change?: Partial<BounceFilter>) => string
  /** All replies behind the most frequent ones. */
  replies: () => string
  /** The overview itself with some parts of the filter changed. */
  here: (change?: Partial<BounceFilter>) => string
  /** The guide's article of a category, narrowed to an account. */
  fix: (category: string, account?: string) => string
  /** The resubmit page narrowed to whom a cause holds back. */
  waiting: (category: string, account: string) => string
}

const withQuery = (path: string, query: string) => (query ? `${path}?${query}` : path)

/** Reads the view out of the URL. */
export function viewOf(
  ctx: Context,
  params: Record<string, string | string[] | undefined>,
  firstDay: Day | null,
): View {
  const state = loadUrlState(params)
  const today = dayOf(ctx.now, ctx.workspace.timeZone)
  // The overview has no search line; words in its URL would narrow nothing.
  const filter = filterOf({ ...state, q: null }, today)
  const comparable = firstDay !== null && firstDay <= previousRange(filter).from
  const base = `/w/${ctx.workspace.slug}`
  return {
    ctx,
    place: ctx.workspace,
    filter,
    today,
    sort: state.sort ?? '-bounces',
    comparable,
    compare: (now, before) => compare(now, comparable ? before : null),
    base,
    rows: (change) => withQuery(`${base}/bounces`, filterQuery({ ...filter, ...change }, today)),
    replies: () => withQuery(`${base}/replies`, filterQuery(filter, today)),
    here: (change) => withQuery(base, filterQuery({ ...filter, ...change }, today)),
    fix: (category, account) => {
      if (category === 'unclassified')
        return withQuery(`${base}/bounces`, filterQuery({ ...filter, categories: [category] }, today))
      const only = account ? dimensionQuery({ ...filterOf({}, today), accounts: [account] }) : ''
      return withQuery(`${base}/guide/${category}`, only)
    },
    waiting: (category, account) =>
      withQuery(
        `${base}/resubmit`,
        dimensionQuery({ ...filterOf({}, today), categories: [category], accounts: [account] }),
      ),
  }
}
