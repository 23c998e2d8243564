import type { TransactionSql } from 'postgres'
import type { StoredImport } from '@/db/queries/imports/load-import'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { settleUpload } from '@/lib/jobs/imports/settle-upload'
import { freshCheckpoint, type Checkpoint } from '@/lib/jobs/imports/work'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { changeImport } from './change-import'
import { findTwin } from './twin'

/** Stores what the dry run found. Refuses an import that is not waiting for this. */
export async function startImport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<Result<{ importId: string }>> {
  return changeImport(ctx, importId, async (tx, found) => {
    if (found.state !== 'staged')
      return fail('precondition_failed', 'This import is not waiting to be started.')
    if (found.twinOf && (await importTwin(tx, ctx, found))) return ok({ importId })
    const checkpoint: Checkpoint = found.twinOf
      ? freshCheckpoint(true, ctx.actor.userId)
      : { ...(found.checkpoint as Checkpoint), phase: 'storing', stored: true, actorId: ctx.actor.userId }
    await tx`
      update imports set state = 'importing', progress = null, tries = 0, lease_until = null, fence = fence + 1,
        twin_of = null, checkpoint = ${tx.json(checkpoint as never)}
      where workspace_id = ${ctx.workspace.id} and id = ${importId}`
    return ok({ importId })
  })
}

/** Settles a file whose every row is known from a standing import; false where that import does not stand any more. */
async function importTwin(tx: TransactionSql, ctx: Context, found: StoredImport): Promise<boolean> {
  const workspaceId = ctx.workspace.id
  await lockFacts(tx, workspaceId)
  const twin = await findTwin(tx, workspaceId, found)
  if (!twin) return false
  // An undo that begins now waits for this row, and then finds its heir.
  await tx`select 1 from imports where workspace_id = ${workspaceId} and id = ${twin.importId} for update`
  const [standing] = await tx`
    select 1 from imports where workspace_id = ${workspaceId} and id = ${twin.importId} and state = 'imported'`
  if (!standing) return false
  await tx`
    update imports set state = 'imported', twin_of = ${twin.importId}, counts = ${tx.json(twin.counts as never)},
      finished_at = now(), progress = null
    where workspace_id = ${workspaceId} and id = ${found.id}`
  const end = { action: 'import.finished' as const, count: 0, actorId: ctx.actor.userId }
  await settleUpload(tx, { workspaceId, importId: found.id }, end)
  return true
}
