import { z } from 'zod'
import type { TransactionSql } from 'postgres'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import { requireSecret } from '@/lib/env'
import { mayStillGo } from '@/lib/jobs/handover/claim'
import { logDeliveries } from '@/lib/jobs/handover/deliver'
import { openDestination } from '@/lib/jobs/handover/destination'
import { SEND_MS, soon, startSending, type Leaving } from '@/lib/jobs/handover/leaving'
import type { Answer } from '@/lib/outbound/post'
import { messageBody, type HandedContact } from '@/lib/resubmit/message'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { ownOutbound } from './outbound'
import type { Tested } from './test-destination'

export const replayDeliveryInput = z.object({ id: z.guid() })

type Row = HandedContact & {
  destinationId: string
  batchId: string
  batchName: string
  messageId: string
  attempts: number
}

/**
 * Sends a contact's message once more, with its id, after a look at the Do Not Email list of this moment. A contact that had failed counts
 * as handed over when it arrives. Rejects one that bounced since.
 */
export async function replayDelivery(
  ctx: Context,
  input: z.infer<typeof replayDeliveryInput>,
): Promise<Result<Tested>> {
  const asked = authorised(ctx, 'operator', replayDeliveryInput, input)
  if (!asked.ok) return asked
  const sent = await ctx.sql.begin((tx) => sendAgain(tx, ctx, asked.value.id))
  if (!sent.ok) return sent
  const { row, answered } = sent.value
  const answer = await answered
  await ctx.sql.begin((tx) => record(tx, ctx, row, answer))
  const { status, failure, milliseconds } = answer
  return ok({ ok: answer.ok, status, failure, milliseconds })
}

/** Locks the address, looks at the list and sends; the lock goes once the message has left, however long its answer takes. */
async function sendAgain(
  tx: TransactionSql,
  ctx: Context,
  id: string,
): Promise<Result<Leaving & { row: Row }>> {
  const { workspace, now } = ctx
  const { plusTags } = await loadRules(tx, workspace.id)
  const row = await loadRow(tx, ctx, id)
  if (!row)
    return fail(
      'not_found',
      'Only a contact that was handed over, or failed, and has not bounced since can be sent again.',
    )
  const why = await mayStillGo(tx, { workspaceId: workspace.id, now, plusTags }, [row.recipient])
  const listed = why.get(row.recipient)
  if (listed) return fail('precondition_failed', `Not sent. ${listed}`)
  const place = { workspaceId: workspace.id, id: row.destinationId, now }
  const destination = await openDestination(tx, place, requireSecret())
  if (destination?.state !== 'on') return fail('precondition_failed', 'The destination is switched off.')
  const body = messageBody(row, { id: row.batchId, name: row.batchName }, now)
  const leaving = startSending(destination, { id: row.messageId, at: now, body }, ownOutbound())
  await soon(leaving.sent, SEND_MS)
  leaving.keepBack()
  await recordActivity(tx, ctx, {
    action: 'batch.replayed',
    subjectId: row.batchId,
    count: 1,
    about: [row.recipient],
  })
  return ok({ ...leaving, row })
}

/** Writes what came back; nothing about somebody who was erased meanwhile. */
async function record(tx: TransactionSql, ctx: Context, row: Row, answer: Answer): Promise<void> {
  const there = await tx`
    select 1 from batch_contacts
    where workspace_id = ${ctx.workspace.id} and batch_id = ${row.batchId} and recipient = ${row.recipient} for update`
  if (there.length === 0) return
  if (answer.ok) await arrived(tx, ctx, row)
  await logDeliveries(tx, ctx.workspace.id, [
    { ...row, kind: 'replay', attempt: row.attempts + 1, at: ctx.now, answer },
  ])
}

async function loadRow(tx: TransactionSql, { workspace }: Context, id: string): Promise<Row | undefined> {
  const [row] = await tx<Row[]>`
    select c.recipient, c.name, c.account, c.campaign, c.category, c.bounced_at as "bouncedAt", c.tries,
      c.message_id as "messageId", c.attempts, d.destination_id as "destinationId", b.id as "batchId", b.name as "batchName"
    from deliveries d
    join batches b on b.workspace_id = ${workspace.id} and b.id = d.batch_id
    join batch_contacts c on c.workspace_id = ${workspace.id} and c.batch_id = d.batch_id and c.recipient = d.recipient
    where d.workspace_id = ${workspace.id} and d.id = ${id} and c.state in ('handed_over', 'failed')
      and c.outcome <> 'bounced'`
  return row
}

async function arrived(tx: TransactionSql, { workspace, now }: Context, row: Row): Promise<void> {
  await tx`
    update batch_contacts c set state = 'handed_over', handed_at = ${now}, why = '', attempts = attempts + 1,
      open = not exists (select 1 from batch_contacts o
        where o.workspace_id = ${workspace.id} and o.recipient = ${row.recipient} and o.open)
    where workspace_id = ${workspace.id} and batch_id = ${row.batchId} and recipient = ${row.recipient} and state = 'failed'`
}
