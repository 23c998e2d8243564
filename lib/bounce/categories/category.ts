import type { BounceType, Disposition, Family } from '../types'

export type Who = 'you' | 'your_it' | 'recipient'

export interface Step {
  title: string
  detail: string
  who: Who
}

/** What the product does with a contact by default; a workspace may change every number. */
export interface Policy {
  /** Days a contact rests after the 1st, 2nd … bounce; the last number repeats. Empty: no hold. */
  holdDays: readonly number[]
  /** When the Do Not Email list is suggested; null: never for this cause. */
  suggest: { atBounce: number; withinDays: number | null } | null
  /** False where the cause says nothing about the recipient and stays out of their history and of list-quality rates. */
  recipientHistory: boolean
}

/** One cause of a bounce: everything the product knows of it, except the wording it is recognised by (its `rules.ts`). */
export interface Category<Id extends string = string> {
  /** Permanent: charts address their stored counts by it. Never reuse one. */
  number: number
  id: Id
  name: string
  shortName: string
  family: Exclude<Family, 'unclassified'>
  disposition: Disposition
  bounceType: BounceType
  policy: Policy
  meaning: string
  lede: string
  steps: readonly Step[]
  whoActs: Who
  examples: readonly string[]
}

/** Keeps the id of a category as a literal type, so that `CategoryId` derives from the registry. */
export function defineCategory<const Id extends string>(category: Category<Id>): Category<Id> {
  return category
}
