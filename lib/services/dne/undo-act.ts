import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { PROTECTED_REASONS } from '@/lib/dne/entry'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'
import { countingGood } from './count-good'
import { lockSelected, lockSettling } from './lock-addresses'
import { FACT_COLUMNS, fromReasonJson, reasonJson } from './reason-json'
import { restorePolicy } from './restore-policy'
import { settleRecipients } from './settle-recipients'

export const undoActInput = z.strictObject({ actId: z.guid() })

export interface Undone {
  /** Reasons that are again as they were. */
  restored: number
  /** Reasons that somebody changed since; they stay. */
  left: number
}

interface Act {
  kind: string
  why: string
  details: Record<string, unknown>
  undoneAt: Date | null
  /** A file of which steps are still to come. */
  storing: boolean
}

const PROTECTED = 'This listed complaints or unsubscribes, so only an admin undoes it.'

/** Takes an act back: each reason is as it was before, unless it was changed since; what follows from bounces is derived anew. */
export async function undoAct(ctx: Context, input: z.input<typeof undoActInput>): Promise<Result<Undone>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = undoActInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', ERRORS.invalid_input.text)
  const { actId } = parsed.data
  const workspaceId = ctx.workspace.id
  return ctx.sql.begin(async (tx): Promise<Result<Undone>> => {
    await lockSettling(tx, workspaceId)
    const act = await loadAct(tx, workspaceId, actId)
    if (!act) return fail('not_found', ERRORS.not_found.text)
    if (act.undoneAt) return fail('conflict', 'This was undone already.')
    if (act.storing) return fail('conflict', 'This file is being stored. Wait a moment, then undo it.')
    const isAdmin = mayAct(ctx.actor.role, 'admin')
    if (act.kind === 'policy' && !isAdmin) return fail('forbidden', ERRORS.forbidden.text)
    if (!isAdmin && (await takesProtectedOff(tx, workspaceId, actId))) return fail('forbidden', PROTECTED)
    await tx`update dne_acts set undone_at = ${ctx.now}, undone_by = ${ctx.actor.userId}
      where workspace_id = ${workspaceId} and id = ${actId}`
    if (act.kind === 'policy') await restorePolicy(tx, ctx, act.details)
    const undone = await restoreReasons(tx, workspaceId, actId)
    await settleTouched(tx, ctx, actId)
    await recordActivity(tx, ctx, {
      action: 'dne.undone',
      subjectId: actId,
      count: undone.restored,
      details: { kind: act.kind, left: undone.left },
    })
    return ok(undone)
  })
}

async function loadAct(tx: TransactionSql, workspaceId: string, actId: string): Promise<Act | undefined> {
  const rows = await tx<Act[]>`
    select kind, why, details, undone_at as "undoneAt", exists (select 1 from list_files
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

async function restoreReasons(tx: TransactionSql, workspaceId: string, actId: string): Promise<Undone> {
  await tx.unsafe(`create temp table if not exists undoing (value text collate "C" not null, reason text collate "C" not null,
    entry_id uuid not null, before jsonb, after jsonb) on commit delete rows;
    delete from undoing`)
  await lockSelected(
    tx,
    workspaceId,
    `select value from dne_changes where workspace_id = '${workspaceId}'::uuid and act_id = '${actId}'::uuid
    union select value from dne_clearances where workspace_id = '${workspaceId}'::uuid and act_id = '${actId}'::uuid`,
  )
  // What is derived from bounces comes back by deriving it.
  const derived = `c.before->>'source' = 'bounce'`
  await tx.unsafe(
    `insert into undoing select c.value, c.reason, c.entry_id, case when ${derived} then null else c.before end, c.after
     from dne_changes c left join dne_reasons r on r.workspace_id = $1::uuid and r.value = c.value and r.reason = c.reason
     where c.workspace_id = $1::uuid and c.act_id = $2::uuid
       and (case when r.value is not null then ${reasonJson('r')} end) is not distinct from c.after`,
    [workspaceId, actId],
  )
  const [all] = await tx<{ n: number }[]>`
    select count(*)::int as n from dne_changes where workspace_id = ${workspaceId} and act_id = ${actId}`
  const [same] = await tx<{ n: number }[]>`select count(*)::int as n from undoing`
  await countingGood(tx, workspaceId, tx`select distinct value from undoing`, () => putBack(tx, workspaceId))
  return { restored: same!.n, left: all!.n - same!.n }
}

async function putBack(tx: TransactionSql, workspaceId: string): Promise<void> {
  await tx`
    delete from dne_reasons r using undoing u
    where u.before is null and r.workspace_id = ${workspaceId} and r.value = u.value and r.reason = u.reason`
  const set = FACT_COLUMNS.split(', ').map((column) => `${column} = excluded.${column}`)
  await tx.unsafe(
    `insert into dne_reasons (workspace_id, value, reason, entry_id, ${FACT_COLUMNS})
     select $1::uuid, u.value, u.reason, u.entry_id, ${fromReasonJson('u.before')} from undoing u where u.before is not null
     order by u.value, u.reason
     on conflict (workspace_id, value, reason) do update set ${set.join(', ')}`,
    [workspaceId],
  )
}

/** Without the act's clearances, bounces count again. */
async function settleTouched(tx: TransactionSql, { workspace, now }: Context, actId: string): Promise<void> {
  const cleared = await tx<{ value: string }[]>`
    delete from dne_clearances where workspace_id = ${workspace.id} and act_id = ${actId} returning value`
  const changed = await tx<{ value: string }[]>`
    select distinct value from dne_changes
    where workspace_id = ${workspace.id} and act_id = ${actId} and reason = 'bounce' and value like '%@%'`
  const values = new Set([...cleared, ...changed].map((row) => row.value))
  if (values.size > 0) await settleRecipients(tx, { workspaceId: workspace.id, now }, [...values])
}
