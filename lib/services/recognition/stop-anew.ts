import type { z } from 'zod'
import { tellWork } from '@/lib/jobs/wake'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { runInput } from './apply-anew'

/** Stops a run: a check is dropped, changes made so far are taken back by a worker. Rejects one that is over. */
export async function stopAnew(
  ctx: Context,
  input: z.infer<typeof runInput>,
): Promise<Result<{ id: string }>> {
  const asked = authorised(ctx, 'operator', runInput, input)
  if (!asked.ok) return asked
  const { id } = asked.value
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
