import type { Fragment, TransactionSql } from 'postgres'
import { applyEffects } from '@/lib/services/effects'
import { markOf, remembered } from './act'
import { shiftCounts } from './shift-counts'
import { typeWith } from './types-by-reply'

/** Bounces that one act may move in one transaction. */
export const MOST_AT_ONCE = 500_000

/** An act's id, where its bounces go, and which they are, as a condition on `bounces b`. */
export interface Move {
  id: string
  category: string
  where: Fragment
}

/** Puts bounces into a category, with totals, what follows for their recipients and what the undo needs, in the caller's transaction; gives how many were not there yet. */
export async function moveBounces(
  tx: TransactionSql,
  workspace: { id: string; timeZone: string },
  { id, category, where }: Move,
): Promise<number> {
  const { type } = await typeWith(tx, workspace.id, category, where)
  const kept = await tx`
    insert into reclassified_bounces
      (workspace_id, reclassification_id, occurred_at, dedupe_key, category, bounce_type, confidence, decided_by)
    select b.workspace_id, ${id}, b.occurred_at, b.dedupe_key, b.category, b.bounce_type, b.confidence, b.decided_by
    from bounces b where ${where} and b.category <> ${category}`
  await tx`
    update bounces b
    set category = ${category}, bounce_type = ${type}, confidence = 1, decided_by = ${markOf(id)}
    from reclassified_bounces r where ${remembered(tx, workspace.id, id)}`
  await shiftCounts(
    tx,
    workspace,
    tx`
    select b.occurred_at, b.account, b.provider, r.category as old_category, r.bounce_type as old_type,
      b.category as new_category, b.bounce_type as new_type
    from reclassified_bounces r, bounces b where ${remembered(tx, workspace.id, id)}`,
  )
  await applyEffects(
    tx,
    { workspaceId: workspace.id },
    {
      select: tx`select b.recipient from reclassified_bounces r, bounces b where ${remembered(tx, workspace.id, id)}`,
    },
  )
  return kept.count
}
