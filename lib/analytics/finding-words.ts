import { categoryById, type CategoryId } from '@/lib/bounce/categories'
import type { Disposition } from '@/lib/bounce/types'
import { formatCount, formatDay, plural } from '@/lib/format'
import { addDays, countDays, type Day } from './day'
import type { Finding } from './finding'

/** What the account is in, after "has been"; a category without an entry is named in quotes. */
const states: Partial<Record<CategoryId, string>> = {
  invalid_recipient: 'mailing addresses that do not exist',
  mailbox_full: 'running into full mailboxes',
  spam_block: 'stopped by spam filters',
  relay_denied: 'refused relay access',
  server_unavailable: 'meeting servers that do not answer',
  invalid_format: 'sending messages that break the format',
  message_too_large: 'sending messages that are too large',
  authentication: 'failing authentication',
  domain_not_found: 'mailing domains that do not exist',
  blacklisted: 'on a block list',
  too_many_recipients: 'sending faster than servers accept',
  dns_failure: 'unable to resolve recipients’ domains',
  mail_loop: 'caught in a mail loop',
  policy_violation: 'refused by recipients’ policies',
  sending_limit: 'over its provider’s sending limit',
}

const waits: Record<Disposition, readonly [one: string, many: string]> = {
  fix: ['contact waits for a fix', 'contacts wait for a fix'],
  retry: ['contact has to wait', 'contacts have to wait'],
  suppress: ['address is bad', 'addresses are bad'],
}

/** A day as one says it today: `today`, `yesterday`, `Tuesday`, `12 Nov`. */
export function spokenDay(day: Day, today: Day): string {
  if (day === today) return 'today'
  if (day === addDays(today, -1)) return 'yesterday'
  if (day > addDays(today, -7) && day < today) return formatDay(day, 'long').split(' ')[0] ?? day
  return formatDay(day)
}

/** How the account stands, after "has been" or "was". */
export function stateOf(category: string): string {
  const known = categoryById(category)
  if (!known) return 'getting replies that nobody has classified'
  return states[known.id] ?? `bouncing as “${known.shortName}”`
}

/** The account of a finding as a person reads it. */
export function accountName(account: string): string {
  return account === '' ? 'An unknown account' : account
}

/** The one plain sentence of a finding; `contacts` is the exact number of different recipients in it. */
export function findingSentence(finding: Finding, contacts: number, today: Day): string {
  const who = accountName(finding.account)
  if (!finding.ongoing) {
    const when =
      finding.since === finding.until
        ? `on ${formatDay(finding.since)}`
        : `from ${formatDay(finding.since)} to ${formatDay(finding.until)}`
    return `${who} was ${stateOf(finding.category)} ${when}: ${plural(finding.bounces, 'bounce')}`
  }
  const disposition = categoryById(finding.category)?.disposition
  const [one, many] = disposition
    ? waits[disposition]
    : (['contact concerned', 'contacts concerned'] as const)
  const since = finding.since === today ? 'since today' : `since ${spokenDay(finding.since, today)}`
  return `${who} has been ${stateOf(finding.category)} ${since}: ${plural(contacts, one, many)}`
}

/** The line below: how many, since when exactly, and what would have been usual. */
export function findingDetail(finding: Finding, firstAt: string): string {
  const days = countDays(finding.since, finding.until)
  const usual = Math.round(finding.usual)
  const span = days === 1 ? 'on such a day' : `in ${days} such days`
  const past =
    usual === 0 ? `its own past has none ${span}` : `about ${formatCount(usual)} would be usual ${span}`
  return `${plural(finding.bounces, 'bounce')} since ${firstAt}; ${past}.`
}
