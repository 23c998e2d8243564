import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { PROTECTED_REASONS } from '@/lib/dne/entry'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { authorised } from '@/lib/services/authorised'
import { mayAct, type Context } from '@/lib/services/context'
import { lockSelected, lockSettling } from './lock-addresses'
import { restorePolicy } from './restore-policy'
import { changedValues, restoreValues, settleRestored, type Restored } from './restore-values'
import { beginRun } from './runs/begin-run'
import { stopRemoving } from './runs/stop-removing'
import { transact } from './transact'

export const undoActInput = z.strictObject({ actId: z.guid() })

export interface Undone extends Restored {
  /** True where a worker does it, step by step. */
  goesOn: boolean
}

interface Act {
  id: string
  kind: string
  why: string
  details: Record<string, unknown>
  undoneAt: Date | null
  /** A file of which steps are still to come. */
  storing: boolean
}

/** Up to so many values, and as many clearances, are put back at once. */
const AT_ONCE = 20_000
const PROTECTED = 'This listed complaints or unsubscribes, so only an admin undoes it.'

/**
 * Takes an act back: each reason is as it was before, unless it was changed since; what follows from bounces is derived anew. A worker
 * does so for large acts, step by step. A removal that goes on is stopped first.
 */
export async function undoAct(
  ctx: Context,
  input: z.input<typeof undoActInput>,
  atOnce = AT_ONCE,
): Promise<Result<Undone>> {
  const asked = authorised(ctx, 'operator', undoActInput, input)
  if (!asked.ok) return asked
  const { actId } = asked.value
  const workspaceId = ctx.workspace.id
  return transact(ctx.sql, async (tx): Promise<Result<Undone>> => {
    await lockSettling(tx, workspaceId)
    const act = await loadAct(tx, workspaceId, actId)
    if (!act) return fail('not_found', ERRORS.not_found.text)
    const refused = await refusal(tx, ctx, act)
    if (refused) return refused
    await tx`update dne_acts set undone_at = ${ctx.now}, undone_by = ${ctx.actor.userId}
      where workspace_id = ${workspaceId} and id = ${actId}`
    await stopRemoving(tx, ctx, actId)
    if (act.kind === 'policy') await restorePolicy(tx, ctx, act)
    const size = await sizeOf(tx, workspaceId, actId, atOnce)
    if (size.goesOn) {
      await beginRun(tx, ctx, { kind: 'undo', actId, details: { kind: act.kind }, total: size.total })
      return ok({ restored: 0, left: 0, goesOn: true })
    }
    const undone = await restoreAll(tx, ctx, actId, atOnce)
    await recordActivity(tx, ctx, {
      action: 'dne.undone',
      subjectId: actId,
      count: undone.restored,
      details: { kind: act.kind, left: undone.left },
    })
    return ok({ ...undone, goesOn: false })
  })
}

async function refusal(
  tx: TransactionSql,
  { workspace, actor }: Context,
  act: Act,
): Promise<ReturnType<typeof fail> | null> {
  if (act.kind === 'import') return fail('conflict', 'This came with an import. Undo the import.')
  if (act.undoneAt) return fail('conflict', 'This was undone already.')
  if (act.storing) return fail('conflict', 'This file is being stored. Wait a moment, then undo it.')
  if (mayAct(actor.role, 'admin')) return null
  if (act.kind === 'policy') return fail('forbidden', ERRORS.forbidden.text)
  return (await takesProtectedOff(tx, workspace.id, act.id)) ? fail('forbidden', PROTECTED) : null
}

async function loadAct(tx: TransactionSql, workspaceId: string, actId: string): Promise<Act | undefined> {
  const rows = await tx<Act[]>`
    select id, kind, why, details, undone_at as "undoneAt", exists (select 1 from list_files
      where workspace_id = ${workspaceId} and act_id = ${actId} and state = 'storing') as storing
    from dne_acts where workspace_id = ${workspaceId} and id = ${actId} for update`
  return rows[0]
}

/** Whether a complaint or an unsubscribe would go or end earlier; listing one again harms nobody. */
async function takesProtectedOff(tx: TransactionSql, workspaceId: string, actId: string): Promise<boolean> {
  const rows = await tx`
    select 1 from dne_changes where workspace_id = ${workspaceId} and act_id = ${actId}
      and reason = any(${PROTECTED_REASONS as string[]}::text[]) and after is not null
      and (before is null or before->>'until' is distinct from after->>'until' or before->>'scope' <> after->>'scope')
    limit 1`
  return rows.length > 0
}

/** How much an act changed: exact where it is too much to put back at once. */
async function sizeOf(
  tx: TransactionSql,
  workspaceId: string,
  actId: string,
  atOnce: number,
): Promise<{ goesOn: boolean; total: number }> {
  const [row] = await tx<{ goesOn: boolean }[]>`
    select exists (select 1 from dne_changes where workspace_id = ${workspaceId} and act_id = ${actId} offset ${atOnce})
      or exists (select 1 from dne_clearances where workspace_id = ${workspaceId} and act_id = ${actId} offset ${atOnce})
      as "goesOn"`
  if (!row!.goesOn) return { goesOn: false, total: 0 }
  const [count] = await tx<{ n: number }[]>`
    select count(*)::int as n from dne_changes where workspace_id = ${workspaceId} and act_id = ${actId}`
  return { goesOn: true, total: count!.n }
}

/** All locks first, then the counter's row: an add takes them in this order, too. */
async function restoreAll(
  tx: TransactionSql,
  { workspace, now }: Context,
  actId: string,
  atOnce: number,
): Promise<Restored> {
  const scope = { workspaceId: workspace.id, now }
  await lockSelected(
    tx,
    workspace.id,
    `select value from dne_changes where workspace_id = '${workspace.id}'::uuid and act_id = '${actId}'::uuid
    union select value from dne_clearances where workspace_id = '${workspace.id}'::uuid and act_id = '${actId}'::uuid`,
  )
  const values = await changedValues(tx, workspace.id, actId, '', atOnce)
  const undone = await restoreValues(tx, scope, actId, values)
  if (values.length > 0) await settleRestored(tx, scope, actId, { values, limit: 0 })
  await settleRestored(tx, scope, actId, { values: [], limit: atOnce })
  return undone
}
