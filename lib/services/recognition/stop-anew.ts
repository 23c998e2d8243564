import type { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { tellWork } from '@/lib/jobs/wake'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { runInput } from './apply-anew'

/** Stops a run: a check is dropped, changes made so far are taken back by a worker. Rejects one that is over. */
export async function stopAnew(
  ctx: Context,
  input: z.infer<typeof runInput>,
): Promise<Result<{ id: string }>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = runInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', ERRORS.invalid_input.text)
  const { id } = parsed.data
  return ctx.sql.begin(async (tx): Promise<Result<{ id: string }>> => {
    const stopped = await tx`
      update recognition_runs set state = 'cancelled', lease_until = null
      where workspace_id = ${ctx.workspace.id} and id = ${id} and state in ('checking', 'checked')`
    const turned = await tx`
      update recognition_runs r set state = 'undoing', seen = 0, lease_until = null, total = (
        select count from reclassifications c where c.workspace_id = r.workspace_id and c.id = r.id)
      where workspace_id = ${ctx.workspace.id} and id = ${id} and state = 'running'`
    if (stopped.count + turned.count === 0) return fail('conflict', 'This is over already.')
    await tellWork(tx)
    return ok({ id })
  })
}
