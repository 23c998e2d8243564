import { causeReplies, countRecovered, listFixes } from '@/db/queries/resubmit/causes'
import { countBatches, listBatches } from '@/db/queries/resubmit/list-batches'
import { listDestinations } from '@/db/queries/resubmit/destinations'
import { takenDays } from '@/db/queries/resubmit/candidates'
import { countedGroups } from '@/db/queries/resubmit/counted-groups'
import type { ContactFilter, Group } from '@/db/queries/resubmit/summary'
import { formatStamp } from '@/lib/format'
import type { ContactState } from '@/lib/resubmit/eligibility'
import type { Rule } from '@/lib/resubmit/rules'
import { whatToChange } from '@/lib/resubmit/what-to-change'
import { momentOf } from '@/lib/services/resubmit/asked'
import type { Context } from '@/lib/services/context'

const DAY_MS = 86_400_000
const SHOWN_BATCHES = 3
const SHOWN_FIXES = 5

/** Everything the page shows, asked at once. */
export async function loadDesk(ctx: Context, filter: ContactFilter) {
  const { sql, workspace, now } = ctx
  const moment = await momentOf(ctx)
  const month = { from: new Date(now.getTime() - 30 * DAY_MS), to: now }
  const [counted, fixes, batches, allBatches, destinations, taken, recovered] = await Promise.all([
    countedGroups(sql, moment, filter),
    listFixes(sql, workspace.id, SHOWN_FIXES),
    listBatches(sql, moment, { limit: SHOWN_BATCHES }),
    countBatches(sql, workspace.id),
    listDestinations(sql, workspace.id),
    takenDays(sql, moment, workspace.timeZone),
    countRecovered(sql, workspace.id, month, filter.accounts),
  ])
  const { groups, countedAt, behind } = counted
  const waiting = groups.filter((group) => group.state === 'waiting')
  const replies = await causeReplies(sql, workspace.id, waiting)
  const rules = new Map(moment.rules.map((rule) => [rule.category, rule]))
  const change = new Map(replies.map((each) => [`${each.category} ${each.account}`, each.reply]))
  return {
    groups,
    countedAt,
    behind,
    rules,
    fixes,
    batches,
    allBatches,
    recovered,
    quietDays: moment.quietDays,
    taken: taken.map((day) => ({ ...day })),
    destinations: destinations
      .filter(({ state }) => state === 'on')
      .map(({ id, name, lastOkAt }) => ({
        id,
        name,
        hint: lastOkAt ? `Webhook, last ok ${formatStamp(lastOkAt, workspace.timeZone)}` : 'Webhook',
      })),
    totals: totalsOf(groups),
    waiting: waiting.map((group) => ({
      ...group,
      toChange: whatToChange(group.category, change.get(`${group.category} ${group.account}`) ?? ''),
    })),
  }
}

export type Desk = Awaited<ReturnType<typeof loadDesk>>

function totalsOf(groups: readonly Group[]): Record<ContactState, number> {
  const totals = { ready: 0, resting: 0, waiting: 0, given_up: 0, in_batch: 0, listed: 0 }
  for (const { state, contacts } of groups) totals[state] += contacts
  return totals
}

export interface CategorySum {
  category: string
  rule: Rule
  contacts: number
  again: number
  accounts: { account: string; contacts: number }[]
  firstUntil: Date | null
  lastUntil: Date | null
  fixedAt: Date | null
}

/** The contacts in one state, summed by category, most first. */
export function byCategory(
  { groups, rules }: Pick<Desk, 'groups' | 'rules'>,
  state: ContactState,
): CategorySum[] {
  const sums = new Map<string, CategorySum>()
  for (const group of groups.filter((each) => each.state === state)) {
    const rule = rules.get(group.category)
    if (!rule) continue
    const sum = sums.get(group.category) ?? {
      category: group.category,
      rule,
      contacts: 0,
      again: 0,
      accounts: [],
      firstUntil: null,
      lastUntil: null,
      fixedAt: null,
    }
    sum.contacts += group.contacts
    sum.again += group.again
    sum.accounts.push({ account: group.account, contacts: group.contacts })
    sum.firstUntil = pick(sum.firstUntil, group.firstUntil, Math.min)
    sum.lastUntil = pick(sum.lastUntil, group.lastUntil, Math.max)
    sum.fixedAt = pick(sum.fixedAt, group.fixedAt, Math.max)
    sums.set(group.category, sum)
  }
  return [...sums.values()].sort((a, b) => b.contacts - a.contacts || (a.category < b.category ? -1 : 1))
}

function pick(a: Date | null, b: Date | null, which: (...times: number[]) => number): Date | null {
  if (!a || !b) return a ?? b
  return new Date(which(a.getTime(), b.getTime()))
}
