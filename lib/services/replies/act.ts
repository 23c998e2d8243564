import type { Fragment, ISql } from 'postgres'
import { bumpDataVersion } from '@/lib/services/data-version'
import { recordActivity, type Activity } from '@/lib/services/activity'

/** Stands in `decided_by` of every row an act changed, so that its undo finds exactly those; imports write the reply's id in its place. */
export function markOf(actId: string): string {
  return `workspace_rule:${actId}`
}

/** Who acts where and when; a `Context` is one. */
interface Who {
  actor: { userId: string }
  workspace: { id: string }
  now: Date
}

/** Tells cached figures that the bounces changed, and writes who did it. */
export async function recordChange(tx: ISql, ctx: Who, entry: Activity): Promise<void> {
  await bumpDataVersion(tx, ctx.workspace.id)
  await recordActivity(tx, ctx, entry)
}

/** Joins `bounces b` with the rows an act remembered as `r`. */
export function remembered(sql: ISql, workspaceId: string, actId: string): Fragment {
  return sql`r.workspace_id = ${workspaceId} and r.reclassification_id = ${actId}
    and b.workspace_id = r.workspace_id and b.occurred_at = r.occurred_at and b.dedupe_key = r.dedupe_key`
}
