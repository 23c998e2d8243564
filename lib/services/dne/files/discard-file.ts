import { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { dropFileTables } from '@/lib/jobs/lists/stage'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { loadFileRow } from './file-row'

export const discardFileInput = z.strictObject({ fileId: z.guid() })

/** Forgets a file: its bytes, its stage and what it came to. What it had put on the list stays there. */
export async function discardFile(
  ctx: Context,
  { fileId }: z.output<typeof discardFileInput>,
): Promise<Result<null>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  return ctx.sql.begin(async (tx) => {
    const file = await loadFileRow(tx, ctx.workspace.id, fileId, { lock: true })
    if (!file) return fail('not_found', ERRORS.not_found.text)
    if (file.state === 'storing')
      return fail('precondition_failed', 'This file is being stored. Wait a moment, then undo it.')
    await tx`delete from list_files where workspace_id = ${ctx.workspace.id} and id = ${fileId}`
    await tx`delete from uploads where workspace_id = ${ctx.workspace.id} and id = ${file.uploadId}`
    await tx`delete from upload_chunks where workspace_id = ${ctx.workspace.id} and upload_id = ${file.uploadId}`
    await dropFileTables(tx, fileId)
    return ok(null)
  })
}
