import type { TransactionSql } from 'postgres'
import { applyEffects } from '@/lib/services/effects'
import { shiftCounts } from '@/lib/services/replies/shift-counts'
import type { NewJudgement } from './judge'
import type { Run } from './run'

/**
 * Gives bounces their new judgement, with totals, what follows and what the undo needs, in the caller's transaction, which holds the facts lock.
 * A bounce that was changed since it was read stays; gives those that were not.
 */
export async function storeJudgements(
  tx: TransactionSql,
  run: Run,
  timeZone: string,
  changed: readonly NewJudgement[],
): Promise<NewJudgement[]> {
  if (changed.length === 0) return []
  const text = (pick: (each: NewJudgement) => string) => changed.map(pick)
  const given = tx`
    select * from unnest(
      ${text((each) => each.occurredAt.toISOString())}::timestamptz[], ${text((each) => each.dedupeKey)}::uuid[],
      ${text((each) => each.old.category)}::text[], ${text((each) => each.old.type)}::text[],
      ${text((each) => each.old.decidedBy)}::text[], ${text((each) => each.category)}::text[],
      ${text((each) => each.type)}::text[], ${changed.map((each) => each.confidence)}::real[],
      ${text((each) => each.decidedBy)}::text[]
    ) d(occurred_at, dedupe_key, old_category, old_type, old_decided_by, category, bounce_type, confidence, decided_by)`
  const unmoved = tx`b.workspace_id = ${run.workspaceId} and b.occurred_at = d.occurred_at and b.dedupe_key = d.dedupe_key
    and b.category = d.old_category and b.bounce_type = d.old_type and b.decided_by = d.old_decided_by`
  await shiftCounts(
    tx,
    { id: run.workspaceId, timeZone },
    tx`select b.occurred_at, b.account, b.provider, b.category as old_category, b.bounce_type as old_type,
      d.category as new_category, d.bounce_type as new_type from (${given}) d, bounces b where ${unmoved}`,
  )
  const kept = await tx<{ key: string }[]>`
    insert into reclassified_bounces (workspace_id, reclassification_id, occurred_at, dedupe_key, category, bounce_type,
      confidence, decided_by, new_category, new_decided_by)
    select b.workspace_id, ${run.runId}, b.occurred_at, b.dedupe_key, b.category, b.bounce_type, b.confidence, b.decided_by,
      d.category, d.decided_by from (${given}) d, bounces b where ${unmoved}
    returning extract(epoch from occurred_at)::bigint || ' ' || dedupe_key as key`
  const moved = await tx<{ recipient: string }[]>`
    update bounces b set category = d.category, bounce_type = d.bounce_type, confidence = d.confidence,
      decided_by = d.decided_by
    from (${given}) d where ${unmoved} returning b.recipient`
  await applyEffects(
    tx,
    { workspaceId: run.workspaceId },
    moved.map((row) => row.recipient),
  )
  const keys = new Set(kept.map((row) => row.key))
  return changed.filter((each) => keys.has(`${each.occurredAt.getTime() / 1000} ${each.dedupeKey}`))
}
