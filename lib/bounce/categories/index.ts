import { authentication } from './authentication'
import { blacklisted } from './blacklisted'
import type { Category as AnyCategory } from './category'
import { dnsFailure } from './dns_failure'
import { domainNotFound } from './domain_not_found'
import { invalidFormat } from './invalid_format'
import { invalidRecipient } from './invalid_recipient'
import { mailLoop } from './mail_loop'
import { mailboxFull } from './mailbox_full'
import { messageTooLarge } from './message_too_large'
import { policyViolation } from './policy_violation'
import { relayDenied } from './relay_denied'
import { sendingLimit } from './sending_limit'
import { serverUnavailable } from './server_unavailable'
import { spamBlock } from './spam_block'
import { tooManyRecipients } from './too_many_recipients'

const registry = [
  invalidRecipient,
  mailboxFull,
  spamBlock,
  relayDenied,
  serverUnavailable,
  invalidFormat,
  messageTooLarge,
  authentication,
  domainNotFound,
  blacklisted,
  tooManyRecipients,
  dnsFailure,
  mailLoop,
  policyViolation,
  sendingLimit,
] as const

export type CategoryId = (typeof registry)[number]['id']
export type Category = AnyCategory<CategoryId>
export type { Policy, Step, Who } from './category'

/** The number under which unclassified bounces are counted, after the categories. */
export const UNCLASSIFIED_NUMBER = 16

/** The causes of a bounce, in the order of their permanent numbers. */
export const CATEGORIES: readonly Category[] = registry
export const CATEGORY_IDS: readonly CategoryId[] = CATEGORIES.map((category) => category.id)

const byId = new Map<string, Category>(CATEGORIES.map((category) => [category.id, category]))

/** The category of an id, or undefined for `unclassified` and anything unknown. */
export function categoryById(id: CategoryId): Category
export function categoryById(id: string): Category | undefined
export function categoryById(id: string): Category | undefined {
  return byId.get(id)
}

/** Tells whether a text (a URL parameter, a stored value) is the id of a category. */
export function isCategoryId(id: string): id is CategoryId {
  return byId.has(id)
}
