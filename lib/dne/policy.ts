import { z } from 'zod'
import { CATEGORIES, categoryById, type CategoryId } from '@/lib/bounce/categories'

const days = z.number().int().min(1).max(365)

/** What a category does to its contact. */
const rule = z.strictObject({
  /**
   * at_once: a permanent reply lists the address (a temporary one when it comes back as `after` says); suggest: asks for a
   * person's yes as `after` says; never.
   */
  list: z.enum(['at_once', 'suggest', 'never']),
  /** The `bounces`-th of this category within `days`; null: however long ago the others were. */
  after: z.strictObject({ bounces: z.number().int().min(1).max(50), days: days.nullable() }),
  /** Days of rest after the 1st, 2nd … bounce in 30 days; the last repeats; empty: none. */
  holdDays: z.array(days).max(5),
})

const options = z.strictObject({
  /** True: `anna+news@acme.io` is the same person as `anna@acme.io`. */
  plusTags: z.boolean(),
  /** Days without a bounce after which a contact that was sent to again counts as recovered. */
  quietDays: z.union([z.literal(7), z.literal(14)]),
})

/** A workspace's policy. Only what says that the address is bad may list it at once: anything else would punish contacts for our own faults. */
export const policySchema = z
  .strictObject({ categories: z.record(z.string(), rule), options })
  .superRefine((policy, context) => {
    for (const [id, each] of Object.entries(policy.categories)) {
      const category = categoryById(id)
      if (!category)
        context.addIssue({ code: 'custom', path: ['categories', id], message: 'There is no such category.' })
      else if (each.list === 'at_once' && category.disposition !== 'suppress') {
        context.addIssue({
          code: 'custom',
          path: ['categories', id, 'list'],
          message: `${category.name} does not mean that the address is bad, so it can’t be listed at once.`,
        })
      }
    }
    for (const { id } of CATEGORIES) {
      if (!policy.categories[id])
        context.addIssue({ code: 'custom', path: ['categories', id], message: 'Missing.' })
    }
  })

export type CategoryRule = z.infer<typeof rule>
export type DnePolicy = { categories: Record<string, CategoryRule>; options: z.infer<typeof options> }

/** How far back the 1st, 2nd … of a hold is counted. */
export const HOLD_WINDOW_DAYS = 30
const USUAL_AFTER = { bounces: 3, days: 30 }

/** What the categories do where nobody changed it; all of it follows from the registry. */
export const DEFAULT_POLICY: DnePolicy = {
  categories: Object.fromEntries(CATEGORIES.map((category) => [category.id, defaultRule(category.id)])),
  options: { plusTags: false, quietDays: 7 },
}

function defaultRule(id: CategoryId): CategoryRule {
  const { disposition, policy } = categoryById(id)
  const { suggest } = policy
  return {
    list: disposition === 'suppress' ? 'at_once' : suggest ? 'suggest' : 'never',
    after: suggest ? { bounces: suggest.atBounce, days: suggest.withinDays } : USUAL_AFTER,
    holdDays: [...policy.holdDays],
  }
}

/** Reads a stored policy; what it lacks (a new category, a new option) is the default's. */
export function readPolicy(stored: unknown): DnePolicy {
  const own = stored as Partial<DnePolicy> | null
  const merged = {
    categories: { ...DEFAULT_POLICY.categories, ...own?.categories },
    options: { ...DEFAULT_POLICY.options, ...own?.options },
  }
  const parsed = policySchema.safeParse(merged)
  return parsed.success ? parsed.data : DEFAULT_POLICY
}

/** False for what tells of our own account only: it never counts against a contact. */
export function countsAgainst(category: string): boolean {
  return categoryById(category)?.policy.recipientHistory ?? false
}
