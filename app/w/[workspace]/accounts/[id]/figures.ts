import { recoverableCauses, type RecoverableCause } from '@/db/queries/accounts/recoverable-causes'
import { cellsByProvider, type Grouped } from '@/db/queries/analytics/by-account'
import { cachedFigure } from '@/db/queries/analytics/cached-figure'
import { dailyCells } from '@/db/queries/analytics/daily'
import { topReplies } from '@/db/queries/analytics/top-replies'
import { total } from '@/lib/analytics/cells'
import { filterQuery } from '@/lib/analytics/filter'
import { previousRange } from '@/lib/analytics/range'
import { CATEGORIES } from '@/lib/bounce/categories'
import type { View } from '../view'

const FIXES = 3

const idsOf = (...dispositions: string[]) =>
  CATEGORIES.filter((category) => dispositions.includes(category.disposition)).map(({ id }) => id as string)

/** The causes whose end would bring back most contacts of an account, most first; at most three, none without contacts. */
export async function loadFixes({ ctx, filter }: View, account: string): Promise<RecoverableCause[]> {
  const { sql, workspace } = ctx
  const categories = idsOf('fix', 'retry')
  const lost = idsOf('suppress')
  const of = { workspaceId: workspace.id, timeZone: workspace.timeZone, account, range: filter }
  const key = `fixes?${filterQuery({ ...filter, accounts: [account] }, '')}`
  const causes = await cachedFigure(sql, workspace.id, key, async () =>
    (await recoverableCauses(sql, of, { categories, lost })).map(
      ({ category, bounces, contacts }) => [category, bounces, contacts] as [string, number, number],
    ),
  )
  return causes
    .map(([category, bounces, contacts]) => ({ category, bounces, contacts }))
    .filter((cause) => cause.contacts > 0)
    .slice(0, FIXES)
}

/** The account's figures, asked at once and awaited where they are shown. */
export function loadFigures(view: View, account: string) {
  const { ctx, filter } = view
  const { sql, workspace } = ctx
  const data = {
    days: dailyCells(sql, workspace, filter, { from: previousRange(filter).from, to: filter.to }),
    fixes: loadFixes(view, account),
    providers: cellsByProvider(sql, workspace, filter).then(mostFirst),
    replies: topReplies(sql, workspace, filter, 8),
  }
  // A card that is never drawn must not leave a rejection behind.
  for (const promise of Object.values(data)) promise.catch(() => null)
  return data
}

export type Figures = ReturnType<typeof loadFigures>

function mostFirst(groups: Grouped[]): Grouped[] {
  return groups
    .filter((group) => total(group.now) > 0)
    .sort((a, b) => total(b.now) - total(a.now) || (a.name < b.name ? -1 : 1))
}
