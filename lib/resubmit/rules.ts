import { z } from 'zod'
import { CATEGORIES, isCategoryId } from '@/lib/bounce/categories'

const tries = z.object({ max: z.int().min(1).max(20), days: z.int().min(1).max(365) })
export type Tries = z.infer<typeof tries>

/** How often a contact is tried before it is given up, where the workspace says nothing else. */
export const DEFAULT_TRIES: Tries = { max: 3, days: 30 }
export const QUIET_DAYS = [7, 14] as const

/** What a workspace decided otherwise than the defaults. */
export const settingsSchema = z.object({
  quietDays: z.union([z.literal(7), z.literal(14)]),
  tries: z.record(z.string().refine(isCategoryId), tries),
})
export type ResubmitSettings = z.infer<typeof settingsSchema>
export const DEFAULT_SETTINGS: ResubmitSettings = { quietDays: 7, tries: {} }

/** What decides over contacts that bounced for one category. */
export interface Rule extends Tries {
  category: string
  /** Waits for a person to mark the cause as fixed; all others become ready by themselves when their hold ends. */
  needsFix: boolean
}

/** The rule of each category; `rests` tells whether the workspace's policy puts a hold on it. */
export function rulesOf(settings: ResubmitSettings, rests: (category: string) => boolean): Rule[] {
  return CATEGORIES.map(({ id, disposition }) => ({
    category: id,
    needsFix: disposition === 'fix' && !rests(id),
    ...(settings.tries[id] ?? DEFAULT_TRIES),
  }))
}
