import type { Rule } from './rules'

/** What a contact that bounced softly is at a moment, and at most one of these. */
export const CONTACT_STATES = ['ready', 'resting', 'waiting', 'given_up', 'in_batch', 'listed'] as const
export type ContactState = (typeof CONTACT_STATES)[number]

/** The facts that decide; the SQL twin is db/queries/resubmit/standing.ts. */
export interface Standing {
  bouncedAt: Date
  tries: number
  triesAfterFix: number
  /** When the cause was last marked as fixed, for its account. */
  fixedAt: Date | null
  /** The Do Not Email list at the moment asked: nothing, a hold until then, or for good. */
  listed: null | { until: Date | null }
  /** In a batch that is not settled. */
  inBatch: boolean
}

/** Decides what a contact is: the list first, then a batch under way, tries, rest and fix. */
export function stateOf(contact: Standing, rule: Pick<Rule, 'needsFix' | 'max'>): ContactState {
  if (contact.listed && contact.listed.until === null) return 'listed'
  if (contact.inBatch) return 'in_batch'
  if (usedTries(contact, rule.needsFix) >= rule.max) return 'given_up'
  if (contact.listed) return 'resting'
  return rule.needsFix && !isFixed(contact) ? 'waiting' : 'ready'
}

/** What counts as a try: any bounce, or, where the cause is on our side, one that came after a fix. */
export function usedTries(
  { tries, triesAfterFix }: Pick<Standing, 'tries' | 'triesAfterFix'>,
  needsFix: boolean,
) {
  return needsFix ? triesAfterFix : tries
}

function isFixed({ fixedAt, bouncedAt }: Standing): boolean {
  return fixedAt !== null && fixedAt.getTime() >= bouncedAt.getTime()
}
