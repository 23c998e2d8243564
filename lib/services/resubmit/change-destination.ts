import { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { tellWork } from '@/lib/jobs/wake'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'

export const changeDestinationInput = z.object({ id: z.guid(), act: z.enum(['on', 'off', 'remove']) })

const DONE = {
  on: 'resubmit.destination_on',
  off: 'resubmit.destination_off',
  remove: 'resubmit.destination_removed',
} as const

/** Switches a destination on or off, or removes it. Batches that hand over to it wait while it is off; one in use can't be removed. */
export async function changeDestination(
  ctx: Context,
  input: z.infer<typeof changeDestinationInput>,
): Promise<Result<{ id: string }>> {
  const asked = authorised(ctx, 'admin', changeDestinationInput, input)
  if (!asked.ok) return asked
  const { id, act } = asked.value
  const { workspace, now } = ctx
  return ctx.sql.begin(async (tx): Promise<Result<{ id: string }>> => {
    const [row] = await tx<{ used: boolean }[]>`
      select exists (select 1 from batches b where b.workspace_id = ${workspace.id} and b.destination_id = ${id}
        and b.state in ('running', 'paused')) as used
      from destinations where workspace_id = ${workspace.id} and id = ${id} and removed_at is null for update`
    if (!row) return fail('not_found', ERRORS.not_found.text)
    if (act === 'remove') {
      if (row.used) return fail('precondition_failed', 'A batch still hands over to it. Cancel that first.')
      await tx`
        update destinations set removed_at = ${now}, state = 'off' where workspace_id = ${workspace.id} and id = ${id}`
    } else {
      await tx`
        update destinations set state = ${act}, off_why = ${act === 'off' ? 'person' : ''}, resume_at = null
        where workspace_id = ${workspace.id} and id = ${id}`
    }
    if (act === 'on') {
      await tx`
        update batches set next_at = ${now}
        where workspace_id = ${workspace.id} and destination_id = ${id} and state = 'running'`
      await tellWork(tx)
    }
    await recordActivity(tx, ctx, { action: DONE[act], subjectId: id })
    return ok({ id })
  })
}
