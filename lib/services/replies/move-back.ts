import type { TransactionSql } from 'postgres'
import { applyEffects } from '@/lib/services/effects'
import { markOf, remembered } from './act'
import { shiftCounts } from './shift-counts'

/**
 * Gives bounces that an act moved back what they were, with totals and what follows, in the caller's transaction, and forgets them; those changed
 * again since stay. `atOnce` bounds how many are looked at. Gives how many were looked at and how many went back.
 */
export async function moveBack(
  tx: TransactionSql,
  workspace: { id: string; timeZone: string },
  actId: string,
  atOnce: number | null = null,
): Promise<{ taken: number; moved: number }> {
  const some =
    atOnce === null
      ? tx``
      : tx`and (r.occurred_at, r.dedupe_key) in (
          select occurred_at, dedupe_key from reclassified_bounces
          where workspace_id = ${workspace.id} and reclassification_id = ${actId}
          order by occurred_at, dedupe_key limit ${atOnce})`
  const rows = tx`${remembered(tx, workspace.id, actId)} and b.decided_by = coalesce(r.new_decided_by, ${markOf(actId)})
    and b.category = coalesce(r.new_category, b.category) ${some}`
  await shiftCounts(
    tx,
    workspace,
    tx`
    select b.occurred_at, b.account, b.provider, b.category as old_category, b.bounce_type as old_type,
      r.category as new_category, r.bounce_type as new_type
    from reclassified_bounces r, bounces b where ${rows}`,
  )
  const moved = await tx<{ recipient: string }[]>`
    update bounces b set category = r.category, bounce_type = r.bounce_type, confidence = r.confidence,
      decided_by = r.decided_by
    from reclassified_bounces r where ${rows} returning b.recipient`
  const taken = await tx`
    delete from reclassified_bounces r where r.workspace_id = ${workspace.id} and r.reclassification_id = ${actId} ${some}`
  await applyEffects(
    tx,
    { workspaceId: workspace.id },
    moved.map((row) => row.recipient),
  )
  return { taken: taken.count, moved: moved.count }
}
