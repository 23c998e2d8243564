import type { TransactionSql } from 'postgres'
import { dropStage } from '@/lib/jobs/imports/stage-table'
import { settleUpload } from '@/lib/jobs/imports/settle-upload'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import type { ActingIn } from '@/lib/services/dne/act'
import { abilitiesOf } from './abilities'
import { beginRemoving } from './begin-removing'
import { changeImport } from './change-import'

/** Stops an import. What it had stored already is taken back by the worker, step by step; before that nothing was stored. */
export async function cancelImport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<Result<{ importId: string }>> {
  return changeImport(ctx, importId, async (tx, found) => {
    if (!abilitiesOf(found).cancel)
      return fail('precondition_failed', 'This import can’t be cancelled any more.')
    if (found.state === 'importing') await beginRemoving(tx, ctx, found, 'cancelled')
    else await endImport(tx, ctx, importId)
    return ok({ importId })
  })
}

/** Ends an import of which nothing was stored: its file and its stage go. */
export async function endImport(tx: TransactionSql, ctx: ActingIn, importId: string): Promise<void> {
  const place = { workspaceId: ctx.workspace.id, importId }
  await tx`
    update imports set state = 'cancelled', fence = fence + 1, lease_until = null, progress = null, twin_of = null,
      finished_at = ${ctx.now} where workspace_id = ${place.workspaceId} and id = ${importId}`
  await dropStage(tx, place)
  await settleUpload(tx, place, { action: 'import.cancelled', count: 0, actorId: ctx.actor.userId })
}
