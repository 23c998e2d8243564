import { plural } from '@/lib/format'
import type { Rule } from './rules'

/** Why somebody is left out of a batch, as its preview says it. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  resting: 'resting',
  waiting: 'waiting for a fix',
  given_up: 'tries used up',
  in_batch: 'in a batch already',
  listed: 'on the Do Not Email list',
  complaint: 'complained',
  hard: 'bounced for good',
  other: 'nothing to resubmit',
}

/** The order in which they stand. */
export const LEFT_OUT_ORDER = Object.keys(LEFT_OUT)

/** `marcus@` for tables that have no room; the unknown account by its name. */
export function shortAccount(account: string): string {
  return account === '' ? 'unknown account' : account.slice(0, account.lastIndexOf('@') + 1) || account
}

/** `marcus@ 27, priya@ 22 and 10 more`, most contacts first. */
export function accountsLine(accounts: readonly { account: string; contacts: number }[]): string {
  const sorted = accounts.toSorted((a, b) => b.contacts - a.contacts || (a.account < b.account ? -1 : 1))
  const named = sorted.slice(0, 2).map(({ account, contacts }) => `${shortAccount(account)} ${contacts}`)
  const more = sorted.length - named.length
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

/** Why contacts of a category are ready; `again` of them were tried before, `fixed` is the day of the fix. */
export function whyReady(
  rule: Rule,
  { contacts, again, fixed }: { contacts: number; again: number; fixed: string | null },
) {
  if (rule.needsFix) return fixed ? `Fixed on ${fixed}` : 'Cause fixed'
  if (again > contacts / 2) return 'Hold is over, next try'
  if (rule.restDays === 0) return 'Nothing to wait for'
  return rule.restDays === 1 ? '24 hours have passed' : `Hold of ${plural(rule.restDays, 'day')} is over`
}

/** Why contacts of a category were given up. */
export function whyGivenUp({ needsFix, max, days }: Rule): string {
  return needsFix ? 'fixed, bounced again' : `${plural(max, 'try', 'tries')} in ${plural(days, 'day')}`
}
