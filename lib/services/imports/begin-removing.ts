import type { TransactionSql } from 'postgres'
import type { StoredImport } from '@/db/queries/imports/load-import'
import { freshCheckpoint, type Checkpoint } from '@/lib/jobs/imports/work'
import type { Context } from '@/lib/services/context'

/** Hands an import to the worker to be taken back; whoever works on it now writes nothing more. */
export async function beginRemoving(
  tx: TransactionSql,
  ctx: Context,
  found: StoredImport,
  then: 'undone' | 'cancelled',
): Promise<void> {
  const fresh = freshCheckpoint(false, ctx.actor.userId)
  const checkpoint: Checkpoint = {
    ...fresh,
    phase: 'removing',
    stored: true,
    removing: { ...fresh.removing, then },
  }
  await tx`
    update imports set state = 'undoing', fence = fence + 1, lease_until = null, tries = 0, progress = null,
      failure = null, checkpoint = ${tx.json(checkpoint as never)}
    where workspace_id = ${ctx.workspace.id} and id = ${found.id}`
}
