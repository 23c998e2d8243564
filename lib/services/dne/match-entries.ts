import type { Fragment, ISql } from 'postgres'
import { matchingReasons } from '@/db/queries/dne/matching'
import { z } from 'zod'
import { dneFilterSchema } from '@/lib/dne/filter'

/** Some entries by id, or all that match a filter. */
export const entriesInput = z.union([
  z.strictObject({ ids: z.array(z.guid()).min(1).max(1000) }),
  z.strictObject({ filter: dneFilterSchema }),
])
export type EntriesInput = z.infer<typeof entriesInput>

/** The values of chosen entries, each once, as a query; wrapped, because awaiting a bare fragment would send it. */
export function chosenValues(
  sql: ISql,
  workspace: { id: string; timeZone: string },
  chosen: EntriesInput,
  now: Date,
): { select: Fragment } {
  const where =
    'ids' in chosen
      ? sql`r.workspace_id = ${workspace.id} and r.entry_id = any(${chosen.ids}::uuid[])`
      : matchingReasons(sql, workspace, chosen.filter, now)
  return { select: sql`select distinct r.value from dne_reasons r where ${where}` }
}
