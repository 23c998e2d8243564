import { addDays, dayOf, eachDay } from '@/lib/analytics/day'
import { addCells, byCategory, total } from '@/lib/analytics/cells'
import { filterOf, type BounceFilter } from '@/lib/analytics/filter'
import { previousRange } from '@/lib/analytics/range'
import { cellsByAccount } from '@/db/queries/analytics/by-account'
import { dailyCells } from '@/db/queries/analytics/daily'
import { topReplies } from '@/db/queries/analytics/top-replies'
import type { Context } from '@/lib/services/context'

const today = (ctx: Context) => dayOf(ctx.now, ctx.workspace.timeZone)

/** Bounces of the last 30 days by category id. */
export async function categoryCounts(ctx: Context): Promise<Record<string, number>> {
  const filter = filterOf({}, today(ctx))
  const days = await dailyCells(ctx.sql, ctx.workspace, filter, filter)
  return Object.fromEntries(byCategory(addCells(days.values())))
}

export interface CategoryFigures {
  filter: BounceFilter
  today: string
  now: number
  before: number
  days: { day: string; count: number }[]
  accounts: { address: string; count: number }[]
  /** Accounts beyond those listed. */
  moreAccounts: number
  replies: { templateId: string; text: string; count: number }[]
}

/** What one category came to in the last 30 days: per day, against the 30 days before, and who and what is behind it. */
export async function categoryFigures(ctx: Context, category: string): Promise<CategoryFigures> {
  const filter = filterOf({ category: [category] }, today(ctx))
  const both = { from: previousRange(filter).from, to: filter.to }
  const [daily, accounts, replies] = await Promise.all([
    dailyCells(ctx.sql, ctx.workspace, filter, both),
    cellsByAccount(ctx.sql, ctx.workspace, filter),
    topReplies(ctx.sql, ctx.workspace, filter, 4),
  ])
  const count = (day: string) => total(daily.get(day) ?? [])
  const sum = (from: string, to: string) => eachDay(from, to).reduce((all, day) => all + count(day), 0)
  const ranked = accounts
    .map((account) => ({ address: account.name, count: total(account.now) }))
    .filter((account) => account.count > 0)
    .sort((a, b) => b.count - a.count || a.address.localeCompare(b.address))
  return {
    filter,
    today: today(ctx),
    now: sum(filter.from, filter.to),
    before: sum(both.from, addDays(filter.from, -1)),
    days: eachDay(filter.from, filter.to).map((day) => ({ day, count: count(day) })),
    accounts: ranked.slice(0, 5),
    moreAccounts: Math.max(0, ranked.length - 5),
    replies: replies.replies.map(({ templateId, text, now }) => ({ templateId, text, count: now })),
  }
}
