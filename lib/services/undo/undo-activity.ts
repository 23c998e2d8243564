import { z } from 'zod'
import { ACTIONS } from '@/lib/activity/actions'
import { ERRORS } from '@/lib/errors'
import { fail, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { UNDO_KINDS } from './kinds'

export const undoActivityInput = z.object({ id: z.guid() })

/** Takes back what a row of the activity tells of, by the same act as its own undo button. */
export async function undoActivity(
  ctx: Context,
  { id }: z.output<typeof undoActivityInput>,
): Promise<Result<unknown>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const rows = await ctx.sql<{ action: string; subjectId: string | null }[]>`
    select action, coalesce((details->>'act')::uuid, subject_id) as "subjectId"
    from activity where workspace_id = ${ctx.workspace.id} and id = ${id}`
  const row = rows[0]
  const kind = row && ACTIONS[row.action]?.undo
  if (!row?.subjectId || !kind) return fail('not_found', 'This can’t be undone.')
  return UNDO_KINDS[kind].undo(ctx, row.subjectId)
}
