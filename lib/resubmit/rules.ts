import { z } from 'zod'
import { CATEGORIES, isCategoryId } from '@/lib/bounce/categories'
import type { DnePolicy } from '@/lib/dne/policy'

const tries = z.object({ max: z.int().min(1).max(20), days: z.int().min(1).max(365) })
export type Tries = z.infer<typeof tries>

/** How often a contact is tried before it is given up, where the workspace says nothing else. */
export const DEFAULT_TRIES: Tries = { max: 3, days: 30 }

/** The tries of categories for which a workspace decided otherwise. */
export const triesSchema = z.record(
  z.string().refine((id): boolean => isCategoryId(id)),
  tries,
)
export type TriesByCategory = z.infer<typeof triesSchema>

/** What decides over contacts that bounced for one category. */
export interface Rule extends Tries {
  category: string
  /** Waits for a person to mark the cause as fixed; all others become ready by themselves when their hold ends. */
  needsFix: boolean
  /** Days of rest after the first bounce; 0 for none. */
  restDays: number
}

/** The rule of each category under a workspace's policy: what rests on a hold needs no fix, it becomes ready by itself. */
export function rulesOf(own: TriesByCategory, policy: Pick<DnePolicy, 'categories'>): Rule[] {
  return CATEGORIES.map(({ id, disposition }) => ({
    category: id,
    needsFix: disposition === 'fix' && policy.categories[id]?.holdDays.length === 0,
    restDays: policy.categories[id]?.holdDays[0] ?? 0,
    ...(own[id] ?? DEFAULT_TRIES),
  }))
}
