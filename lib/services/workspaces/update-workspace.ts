import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { workspaces } from '@/db/schema'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'
import { timeZone, workspaceName } from './fields'

export const updateWorkspaceInput = z.strictObject({ name: workspaceName, timeZone })

/** Changes a workspace's name and time zone. Days are days of the zone, so the caller rebuilds them when it changed. */
export async function updateWorkspace(
  ctx: Context,
  input: z.output<typeof updateWorkspaceInput>,
): Promise<Result<{ zoneChanged: boolean }>> {
  if (!mayAct(ctx.actor.role, 'admin')) return fail('forbidden', ERRORS.forbidden.text)
  const before = { name: ctx.workspace.name, timeZone: ctx.workspace.timeZone }
  const zoneChanged = before.timeZone !== input.timeZone
  if (!zoneChanged && before.name === input.name) return ok({ zoneChanged })
  await ctx.db.transaction(async (tx) => {
    await tx.update(workspaces).set(input).where(eq(workspaces.id, ctx.workspace.id))
    const details = { from: before, to: input }
    await recordActivity(tx, ctx, { action: 'workspace.changed', subjectId: ctx.workspace.id, details })
  })
  return ok({ zoneChanged })
}
