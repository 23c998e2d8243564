import { z } from 'zod'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { lockSettling } from '@/lib/services/dne/lock-addresses'
import { refreshCause } from './refresh-contacts'

export const undoFixInput = z.object({ id: z.guid() })

/** Takes a fix back: its contacts wait again, except those that are in a batch already. */
export async function undoFix(
  ctx: Context,
  input: z.infer<typeof undoFixInput>,
): Promise<Result<{ id: string }>> {
  const asked = authorised(ctx, 'operator', undoFixInput, input)
  if (!asked.ok) return asked
  const { id } = asked.value
  return ctx.sql.begin(async (tx): Promise<Result<{ id: string }>> => {
    await lockSettling(tx, ctx.workspace.id)
    const [fix] = await tx<{ category: string; account: string }[]>`
      update fixes set undone_at = ${ctx.now}, undone_by = ${ctx.actor.userId}
      where workspace_id = ${ctx.workspace.id} and id = ${id} and undone_at is null returning category, account`
    if (!fix) return fail('not_found', 'This fix is taken back already, or never was.')
    await refreshCause(tx, { workspaceId: ctx.workspace.id }, fix)
    await recordActivity(tx, ctx, {
      action: 'resubmit.fix_undone',
      subjectId: id,
      details: { category: fix.category },
      about: fix.account ? [fix.account] : [],
    })
    return ok({ id })
  })
}
