import type { Checkpoint } from '@/lib/jobs/imports/work'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { changeImport } from './change-import'

/** Lets a failed import go on from where it stood. */
export async function retryImport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<Result<{ importId: string }>> {
  return changeImport(ctx, importId, async (tx, found) => {
    if (found.state !== 'failed')
      return fail('precondition_failed', 'Only a failed import can be tried again.')
    const { phase, stored } = found.checkpoint as Checkpoint
    const state = phase === 'removing' ? 'undoing' : stored ? 'importing' : 'staging'
    await tx`
      update imports set state = ${state}, tries = 0, lease_until = null, failure = null, finished_at = null,
        fence = fence + 1
      where workspace_id = ${ctx.workspace.id} and id = ${importId}`
    return ok({ importId })
  })
}
