import type { TransactionSql } from 'postgres'
import { listCandidates, takenDays, type Candidate } from '@/db/queries/resubmit/candidates'
import { ERRORS } from '@/lib/errors'
import { categoryById, type CategoryId } from '@/lib/bounce/categories'
import { formatCount, formatDay } from '@/lib/format'
import { newId } from '@/lib/id'
import { tellWork } from '@/lib/jobs/wake'
import { localDay } from '@/lib/resubmit/local-time'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'
import { askedBy, momentOf, wantedState } from './asked'
import { createBatchInput, MOST_CONTACTS, type CreateBatchInput } from './batch-input'
import { planContacts } from './plan-contacts'

export interface CreatedBatch {
  id: string
  count: number
}

/**
 * Makes a batch of whoever of a scope is ready now, in one transaction. The same request twice gives the same batch; nobody gets into two
 * open batches. Rejects an empty batch, one that is too large, and a pace that would take more than a year.
 */
export async function createBatch(ctx: Context, input: CreateBatchInput): Promise<Result<CreatedBatch>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = createBatchInput.safeParse(input)
  if (!parsed.success)
    return fail('invalid_input', parsed.error.issues[0]?.message ?? ERRORS.invalid_input.text)
  const moment = await momentOf(ctx)
  const asked = await askedBy(ctx, parsed.data.scope)
  const state = wantedState(parsed.data.scope)
  return ctx.sql.begin(async (tx): Promise<Result<CreatedBatch>> => {
    if (!(await mayHandOverTo(tx, ctx, parsed.data.destinationId)))
      return fail('precondition_failed', 'This destination was removed. Choose another.')
    const id = newId(ctx.now.getTime())
    if (!(await claimRequest(tx, ctx, id, parsed.data))) return existing(tx, ctx, parsed.data.requestKey)
    const candidates = await listCandidates(tx, moment, asked, { state, limit: MOST_CONTACTS + 1 })
    if (candidates.length > MOST_CONTACTS)
      return undo(
        tx,
        ctx,
        id,
        `More than ${formatCount(MOST_CONTACTS)} contacts are too many for one batch. Narrow it first.`,
      )
    const times = planContacts(candidates, {
      pace: parsed.data.pace,
      zone: ctx.workspace.timeZone,
      now: ctx.now,
      seed: parsed.data.requestKey,
      taken: await takenDays(tx, moment, ctx.workspace.timeZone),
      wholeDays: parsed.data.destinationId === null,
    })
    if (times.includes(null))
      return undo(tx, ctx, id, 'At this pace it would take more than a year. Allow more per account and day.')
    const count = await addContacts(tx, ctx, id, candidates, times as Date[])
    if (count === 0) return undo(tx, ctx, id, 'Nobody of these is ready any more.')
    await settle(tx, ctx, id, { ...parsed.data, name: parsed.data.name || nameOf(ctx, candidates) }, count)
    return ok({ id, count })
  })
}

/** False where the workspace has no such destination; without one it is a file. */
async function mayHandOverTo(tx: TransactionSql, { workspace }: Context, id: string | null) {
  if (id === null) return true
  const rows = await tx`
    select 1 from destinations where workspace_id = ${workspace.id} and id = ${id} and removed_at is null`
  return rows.length > 0
}

/** False where this request made its batch already, or is making it just now. */
async function claimRequest(
  tx: TransactionSql,
  { workspace, actor, now }: Context,
  id: string,
  { requestKey, name, pace, destinationId }: CreateBatchInput,
): Promise<boolean> {
  const rows = await tx`
    insert into batches (workspace_id, id, name, request_key, state, destination_id, pace, total, created_by, created_at)
    select ${workspace.id}, ${id}, ${name}, ${requestKey}, 'running', ${destinationId}, ${tx.json(pace)}, 0,
      ${actor.userId}, ${now}
    on conflict (workspace_id, request_key) do nothing returning id`
  return rows.length > 0
}

async function existing(
  tx: TransactionSql,
  { workspace }: Context,
  requestKey: string,
): Promise<Result<CreatedBatch>> {
  const [batch] = await tx<CreatedBatch[]>`
    select id, total as count from batches where workspace_id = ${workspace.id} and request_key = ${requestKey}`
  return ok({ ...batch! })
}

/** Leaves no trace of the batch: the same request may come again. */
async function undo(
  tx: TransactionSql,
  { workspace }: Context,
  id: string,
  why: string,
): Promise<Result<CreatedBatch>> {
  await tx`delete from batches where workspace_id = ${workspace.id} and id = ${id}`
  return fail('precondition_failed', why)
}

/** Whoever got into another open batch meanwhile stays there. */
async function addContacts(
  tx: TransactionSql,
  { workspace, now }: Context,
  batchId: string,
  candidates: readonly Candidate[],
  times: readonly Date[],
): Promise<number> {
  let count = 0
  for (let i = 0; i < candidates.length; i += 2_000) {
    const rows = candidates.slice(i, i + 2_000).map((each, n) => ({
      workspace_id: workspace.id,
      batch_id: batchId,
      recipient: each.recipient,
      domain: each.domain,
      name: each.name,
      account: each.account,
      campaign: each.campaign,
      category: each.category,
      bounced_at: each.bouncedAt,
      bounce_key: each.bounceKey,
      tries: each.tries,
      state: 'planned',
      open: true,
      due_at: times[i + n]!,
      message_id: newId(now.getTime()),
    }))
    count += (await tx`insert into batch_contacts ${tx(rows)} on conflict do nothing`).count
  }
  return count
}

/** `Mailbox full, 23 Nov`; where several causes are in it, `Batch of 23 Nov`. */
function nameOf({ workspace, now }: Context, candidates: readonly Candidate[]): string {
  const day = formatDay(localDay(now, workspace.timeZone))
  const categories = new Set(candidates.map((each) => each.category))
  const only = categories.size === 1 ? categoryById([...categories][0] as CategoryId) : undefined
  return only ? `${only.shortName}, ${day}` : `Batch of ${day}`
}

async function settle(
  tx: TransactionSql,
  ctx: Context,
  id: string,
  { destinationId, scope, name }: CreateBatchInput,
  count: number,
): Promise<void> {
  await tx`
    update batches set total = ${count}, name = ${name}, next_at = case when ${destinationId}::uuid is null then null else
      (select min(due_at) from batch_contacts where workspace_id = ${ctx.workspace.id} and batch_id = ${id}) end
    where workspace_id = ${ctx.workspace.id} and id = ${id}`
  await tellWork(tx)
  await recordActivity(tx, ctx, {
    action: 'batch.created',
    subjectId: id,
    count,
    details: { by: destinationId ? 'webhook' : 'file', of: scope.kind },
  })
}
