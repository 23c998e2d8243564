import { z } from 'zod'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'

export const cancelContactInput = z.object({ batchId: z.guid(), recipient: z.string().max(320) })

/** Takes one contact out of a batch. Rejects one that is on its way or handed over. */
export async function cancelContact(
  ctx: Context,
  input: z.infer<typeof cancelContactInput>,
): Promise<Result<{ batchId: string }>> {
  const asked = authorised(ctx, 'operator', cancelContactInput, input)
  if (!asked.ok) return asked
  const { batchId, recipient } = asked.value
  return ctx.sql.begin(async (tx): Promise<Result<{ batchId: string }>> => {
    const { count } = await tx`
      update batch_contacts set state = 'cancelled', open = false, why = 'Cancelled.'
      where workspace_id = ${ctx.workspace.id} and batch_id = ${batchId} and recipient = ${recipient}
        and state = 'planned'`
    if (count === 0) return fail('conflict', 'This contact is on its way or handed over already.')
    await tx`
      update batches set state = 'done', next_at = null
      where workspace_id = ${ctx.workspace.id} and id = ${batchId} and state = 'running' and not exists (
        select 1 from batch_contacts where workspace_id = ${ctx.workspace.id} and batch_id = ${batchId}
          and state in ('planned', 'sending'))`
    await recordActivity(tx, ctx, {
      action: 'batch.contact_cancelled',
      subjectId: batchId,
      count: 1,
      about: [recipient],
    })
    return ok({ batchId })
  })
}
