import { z } from 'zod'
import { tellWork } from '@/lib/jobs/wake'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'

export const runInput = z.object({ id: z.uuid() })

/** Lets a worker change what a check found, as one act that can be undone. Rejects a run that does not wait for it. */
export async function applyAnew(
  ctx: Context,
  input: z.infer<typeof runInput>,
): Promise<Result<{ id: string }>> {
  const asked = authorised(ctx, 'operator', runInput, input)
  if (!asked.ok) return asked
  const { workspace, actor, now } = ctx
  const { id } = asked.value
  return ctx.sql.begin(async (tx): Promise<Result<{ id: string }>> => {
    const begun = await tx`
      update recognition_runs set state = 'running', reached_at = null, reached_key = null, seen = 0, changes = '{}',
        lease_until = null, finished_at = null, created_by = ${actor.userId}
      where workspace_id = ${workspace.id} and id = ${id} and state = 'checked'`
    if (begun.count === 0) return fail('conflict', 'This check does not wait any more. Check again.')
    await tx`
      insert into reclassifications (workspace_id, id, category, count, created_by, created_at)
      values (${workspace.id}, ${id}, '', 0, ${actor.userId}, ${now})`
    await tellWork(tx)
    return ok({ id })
  })
}
