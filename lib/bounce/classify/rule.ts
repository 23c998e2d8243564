import type { ReplyKind } from '../types'

/**
 * One way in which servers word a cause. Patterns are written as a server would say them; case, spacing, punctuation, articles,
 * addresses, hosts, numbers and codes do not matter. `{a|b|}` gives alternatives, ` .. ` leaves room for a few words,
 * ` ... ` for a sentence, and `*` at the end of a part leaves the word open.
 */
export interface Rule {
  id: string
  /** Any of these decides. */
  says: readonly string[]
  /** All of these groups must be met somewhere in the reply as well; one pattern of each is enough. */
  with?: readonly (readonly string[])[]
  /** None of these may stand anywhere in the reply. */
  unless?: readonly string[]
  /** The rule counts only with one of these codes, by prefix: `5.7.`, `452`. */
  codes?: readonly string[]
  /** How much the words prove, 1–100; 60 where nothing is said. Vague words have little. */
  weight?: number
  /** A reply of our own writing that this rule decides. */
  example: string
  /** Where servers are known to speak so. */
  source?: string
}

export interface NoticeRule extends Rule {
  kind: Exclude<ReplyKind, 'bounce'>
}
