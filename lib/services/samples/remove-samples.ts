import { sampleImport } from '@/db/queries/samples/sample-import'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { cancelImport } from '@/lib/services/imports/cancel-import'
import { undoImport } from '@/lib/services/imports/undo-import'

/** Takes the sample data back: undoes its import, or cancels it where it is not in yet. The worker does the work. */
export async function removeSamples(ctx: Context): Promise<Result<{ importId: string }>> {
  if (!mayAct(ctx.actor.role, 'admin')) return fail('forbidden', ERRORS.forbidden.text)
  const sample = await sampleImport(ctx.sql, ctx.workspace.id)
  if (!sample) return fail('not_found', 'There is no sample data in this workspace.')
  const importId = sample.id
  if (sample.state === 'undoing') return ok({ importId })
  const result = await (['imported', 'failed'].includes(sample.state) ? undoImport : cancelImport)(ctx, {
    importId,
  })
  return result.ok ? ok({ importId }) : result
}
