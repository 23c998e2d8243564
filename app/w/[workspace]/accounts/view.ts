import { loadUrlState } from '@/components/data/filter-params'
import { dayOf, type Day } from '@/lib/analytics/day'
import { dimensionQuery, filterOf, filterQuery, type BounceFilter } from '@/lib/analytics/filter'
import type { Context } from '@/lib/services/context'

/** What the pages of sending accounts need everywhere: who looks, at which bounces, and where links lead. */
export interface View {
  ctx: Context
  filter: BounceFilter
  today: Day
  sort: string
  /** `/w/[workspace]`. */
  base: string
  /** The rows behind a figure: the filter with some parts changed. */
  rows: (change?: Partial<BounceFilter>) => string
  /** All replies behind the most frequent ones. */
  replies: () => string
  /** The guide's article of a category, narrowed to an account. */
  fix: (category: string, account: string) => string
}

/** Reads the view out of the URL; `account` narrows it to one. */
export function viewOf(
  ctx: Context,
  params: Record<string, string | string[] | undefined>,
  account?: string,
): View {
  const state = loadUrlState(params)
  const today = dayOf(ctx.now, ctx.workspace.timeZone)
  const asked = filterOf({ ...state, q: null, reply: null, import: null }, today)
  const filter = account === undefined ? asked : { ...asked, accounts: [account] }
  const base = `/w/${ctx.workspace.slug}`
  const page = (path: string, of: BounceFilter) => {
    const query = filterQuery(of, today)
    return query ? `${base}/${path}?${query}` : `${base}/${path}`
  }
  const rows = (change?: Partial<BounceFilter>) => page('bounces', { ...filter, ...change })
  const replies = () => page('replies', filter)
  const fix = (category: string, address: string) =>
    `${base}/guide/${category}?${dimensionQuery({ ...filterOf({}, today), accounts: [address] })}`
  return { ctx, filter, today, sort: state.sort ?? '-bounces', base, rows, replies, fix }
}
