import type { Fragment } from 'postgres'
import { z } from 'zod'
import { byKeys } from '@/db/queries/bounces/by-keys'
import { matching } from '@/db/queries/bounces/conditions'
import { openScope } from '@/db/queries/bounces/scope'
import { filterSchema } from '@/lib/analytics/filter-schema'
import { parseBounceKey } from '@/lib/bounce/key'
import type { Context } from './context'

/** How a person chooses bounces: some by key, or all that match a filter. */
export const chosenByKey = z.object({
  kind: z.literal('bounces'),
  keys: z
    .array(z.string().refine((key) => parseBounceKey(key) !== null))
    .min(1)
    .max(1000),
})
export const chosenByFilter = z.object({ kind: z.literal('filter'), filter: filterSchema })
export type ChosenBounces = z.infer<typeof chosenByKey> | z.infer<typeof chosenByFilter>

/** The chosen ones, as a condition on `bounces b`; wrapped, because awaiting a bare fragment would send it. */
export async function whereChosen(
  { sql, workspace }: Context,
  chosen: ChosenBounces,
): Promise<{ where: Fragment }> {
  if (chosen.kind === 'bounces') return { where: byKeys(sql, workspace.id, chosen.keys) }
  return { where: matching(sql, await openScope(sql, workspace, chosen.filter)) }
}
