import { settleUpload } from '@/lib/jobs/imports/settle-upload'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { abilitiesOf } from './abilities'
import { beginRemoving } from './begin-removing'
import { changeImport } from './change-import'

/** Takes an import back exactly: its bounces go, but for those that another import brought as well. */
export async function undoImport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<Result<{ importId: string }>> {
  return changeImport(ctx, importId, async (tx, found) => {
    if (!abilitiesOf(found).undo) return fail('precondition_failed', 'This import can’t be undone.')
    if (!found.twinOf) await beginRemoving(tx, ctx, found, 'undone')
    else {
      const place = { workspaceId: ctx.workspace.id, importId }
      await tx`
        update imports set state = 'undone', twin_of = null, finished_at = ${ctx.now}
        where workspace_id = ${place.workspaceId} and id = ${importId}`
      await settleUpload(tx, place, { action: 'import.undone', count: 0, actorId: ctx.actor.userId })
    }
    return ok({ importId })
  })
}
