import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { batchAfter, type BatchState } from '@/lib/resubmit/states'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { replan } from './replan'

export const changeBatchInput = z.object({ id: z.guid(), act: z.enum(['pause', 'resume', 'cancel']) })
export type ChangeBatchInput = z.infer<typeof changeBatchInput>

interface Row {
  state: BatchState
  destinationId: string | null
  pace: unknown
}

const DONE = { pause: 'batch.paused', resume: 'batch.resumed', cancel: 'batch.cancelled' } as const

/** Pauses, resumes or cancels a batch; gives its new state. What is resumed is planned anew from now; what was handed over stays so. */
export async function changeBatch(
  ctx: Context,
  input: ChangeBatchInput,
): Promise<Result<{ state: BatchState }>> {
  const asked = authorised(ctx, 'operator', changeBatchInput, input)
  if (!asked.ok) return asked
  const { id, act } = asked.value
  const { workspace, actor, now } = ctx
  return ctx.sql.begin(async (tx): Promise<Result<{ state: BatchState }>> => {
    const [batch] = await tx<Row[]>`
      select state, destination_id as "destinationId", pace from batches
      where workspace_id = ${workspace.id} and id = ${id} for update`
    if (!batch) return fail('not_found', ERRORS.not_found.text)
    const state = batchAfter(batch.state, act)
    if (!state) return fail('conflict', 'Somebody changed this batch meanwhile.')
    await tx`
      update batches set state = ${state}, next_at = null, changed_by = ${actor.userId}, changed_at = ${now}
      where workspace_id = ${workspace.id} and id = ${id}`
    const count = act === 'cancel' ? await cancelRest(tx, ctx, id) : 0
    if (act === 'resume') await replan(tx, { ...workspace, now }, { id, ...batch })
    await recordActivity(tx, ctx, { action: DONE[act], subjectId: id, count })
    return ok({ state })
  })
}

/** What is on its way this very moment tells its end itself. */
async function cancelRest(tx: TransactionSql, { workspace, now }: Context, id: string): Promise<number> {
  const { count } = await tx`
    update batch_contacts set state = 'cancelled', open = false, why = 'Cancelled.'
    where workspace_id = ${workspace.id} and batch_id = ${id}
      and (state = 'planned' or state = 'sending' and claimed_until < ${now})`
  return count
}
