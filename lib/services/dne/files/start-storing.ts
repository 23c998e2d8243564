import { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import type { ListCounts } from '@/lib/ingest/lists/counts'
import type { StoringCheckpoint } from '@/lib/jobs/lists/lease'
import { tellWork } from '@/lib/jobs/wake'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { loadFileRow } from './file-row'

export const startStoringInput = z.strictObject({ fileId: z.guid() })

/** Puts a file that was read on the list, step by step in the worker: twice asked is once done. */
export async function startStoring(
  ctx: Context,
  { fileId }: z.output<typeof startStoringInput>,
): Promise<Result<null>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  return ctx.sql.begin(async (tx) => {
    const file = await loadFileRow(tx, ctx.workspace.id, fileId, { lock: true })
    if (!file || file.purpose !== 'list') return fail('not_found', ERRORS.not_found.text)
    if (file.state === 'storing' || file.state === 'stored') return ok(null)
    if (file.state !== 'read')
      return fail(
        'precondition_failed',
        'This file is not read yet, or can’t be. Wait a moment, or upload it again.',
      )
    const { byReason } = file.counts as ListCounts
    const total = Object.values(byReason).reduce((sum, count) => sum + count, 0)
    const checkpoint: StoringCheckpoint = { actorId: ctx.actor.userId, n: 0, added: 0, total }
    await tx`
      update list_files set state = 'storing', checkpoint = ${tx.json({ ...checkpoint })}, fence = fence + 1,
        lease_until = null, tries = 0, progress = ${tx.json({ done: 0, total, unit: 'entries' })}
      where workspace_id = ${ctx.workspace.id} and id = ${fileId}`
    await tellWork(tx)
    return ok(null)
  })
}
