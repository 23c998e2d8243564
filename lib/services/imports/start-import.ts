import { freshCheckpoint, type Checkpoint } from '@/lib/jobs/imports/work'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { changeImport } from './change-import'
import { importTwin } from './twin'

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
