import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'
import { rebuildRollups } from '@/lib/services/imports/rebuild-rollups'
import { timeZone, workspaceName } from './fields'

export const updateWorkspaceInput = z.strictObject({ name: workspaceName, timeZone })
type Input = z.output<typeof updateWorkspaceInput>

/**
 * Changes a workspace's name and time zone. Days are days of the zone, so a change of it counts every bounce anew in
 * the same transaction; imports wait meanwhile.
 */
export async function updateWorkspace(ctx: Context, input: Input): Promise<Result<{ zoneChanged: boolean }>> {
  if (!mayAct(ctx.actor.role, 'admin')) return fail('forbidden', ERRORS.forbidden.text)
  const workspaceId = ctx.workspace.id
  const zoneChanged = await ctx.sql.begin(async (tx) => {
    // The lock comes before the row, as with everybody who writes bounces; else two of them wait for each other.
    await lockFacts(tx, workspaceId)
    const before = await load(tx, workspaceId)
    const moved = before.timeZone !== input.timeZone
    if (!moved && before.name === input.name) return false
    if (moved) await rebuildRollups(tx, { workspaceId, timeZone: input.timeZone })
    await tx`update workspaces set name = ${input.name} where id = ${workspaceId}`
    await record(tx, ctx, { from: { ...before }, to: { ...input } })
    return moved
  })
  return ok({ zoneChanged })
}

async function load(tx: TransactionSql, id: string): Promise<Input> {
  const rows = await tx<Input[]>`select name, time_zone as "timeZone" from workspaces where id = ${id}`
  return rows[0]!
}

async function record(tx: TransactionSql, ctx: Context, details: { from: Input; to: Input }): Promise<void> {
  await recordActivity(tx, ctx, { action: 'workspace.changed', subjectId: ctx.workspace.id, details })
}
