import { accountTrends, accountDays } from '@/db/queries/analytics/account-days'
import { cellsByAccount, cellsByProvider, type Grouped } from '@/db/queries/analytics/by-account'
import { figureKey } from '@/db/queries/analytics/cached-figure'
import { dailyCells } from '@/db/queries/analytics/daily'
import { findingFacts } from '@/db/queries/analytics/finding-facts'
import { recipientsAffected } from '@/db/queries/analytics/recipients-affected'
import { remembered } from '@/db/queries/analytics/remembered'
import { isRolledUp } from '@/db/queries/analytics/rollup'
import { topReplies } from '@/db/queries/analytics/top-replies'
import { maskCells, total, type Cells } from '@/lib/analytics/cells'
import { addDays, type Day } from '@/lib/analytics/day'
import { selectedCells } from '@/lib/analytics/filter'
import { BASELINE_DAYS, findUnusual, WATCHED_DAYS, type Finding } from '@/lib/analytics/finding'
import { previousRange } from '@/lib/analytics/range'
import type { View } from './view'

export interface KnownFinding extends Finding {
  contacts: number
  firstAt: Date | null
}

export interface Unusual {
  /** Why there may be none: not enough past, or a filter that day totals don't know. */
  state: 'compared' | 'short' | 'not_searched'
  found: KnownFinding[]
}

const MOST = 3

/** Everything the cards show, asked at once and awaited where it is shown; asked again when the bounces have changed. */
export function loadOverview(view: View): Promise<Overview> {
  const { ctx, place, filter } = view
  const key = figureKey(`overview ${place.timeZone}`, filter)
  return remembered(ctx.sql, place.id, key, () => askAll(view))
}

function askAll(view: View) {
  const { ctx, place, filter } = view
  const { sql } = ctx
  return {
    days: dailyCells(sql, place, filter, { from: previousRange(filter).from, to: filter.to }),
    accounts: cellsByAccount(sql, place, filter).then(ranked),
    providers: cellsByProvider(sql, place, filter).then(ranked),
    trends: accountTrends(sql, place, filter),
    unusual: loadUnusual(view),
    recipients: recipientsAffected(sql, place, filter),
    replies: topReplies(sql, place, filter),
  }
}

export type Overview = ReturnType<typeof askAll>
export type Days = Map<Day, Cells>

function ranked(groups: Grouped[]): Grouped[] {
  return groups
    .filter((group) => total(group.now) + total(group.before) > 0)
    .sort((a, b) => total(b.now) - total(a.now) || (a.name < b.name ? -1 : 1))
}

async function loadUnusual({ ctx, place, filter }: View): Promise<Unusual> {
  if (!isRolledUp(filter)) return { state: 'not_searched', found: [] }
  const range = { from: addDays(filter.to, 1 - WATCHED_DAYS - BASELINE_DAYS), to: filter.to }
  const keep = selectedCells(filter)
  const rows = await accountDays(ctx.sql, place, filter, range)
  const kept = keep ? rows.map((row) => ({ ...row, cells: maskCells(row.cells, keep) })) : rows
  const { comparable, found } = findUnusual(kept, filter.to)
  const known = await Promise.all(
    found.slice(0, MOST).map(async (finding) => ({
      ...finding,
      ...(await findingFacts(ctx.sql, place, filter, finding)),
    })),
  )
  return { state: comparable ? 'compared' : 'short', found: known }
}
