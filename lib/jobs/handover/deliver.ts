import type { ISql } from 'postgres'
import { newId } from '@/lib/id'
import { post, type Answer, type Message, type Outbound } from '@/lib/outbound/post'
import { signedHeaders } from '@/lib/outbound/signature'
import type { OpenDestination } from './destination'

/** How long a receiver has for its answer. */
const ANSWER_MS = 15_000
/** So much of a reply stands in the log. */
const KEPT_REPLY = 2_000

export interface Delivery {
  destinationId: string
  kind: 'contact' | 'replay' | 'test'
  batchId: string | null
  recipient: string | null
  messageId: string
  attempt: number
  at: Date
  answer: Answer
}

/** Sends one signed message to a destination; never throws. */
export function deliver(
  destination: Pick<OpenDestination, 'url' | 'secrets'>,
  message: { id: string; at: Date; body: string },
  outbound: Outbound,
  leaving: Pick<Message, 'sendBy' | 'onSent'> = {},
): Promise<Answer> {
  const headers = signedHeaders(destination.secrets, message)
  const { body } = message
  return post({ url: destination.url, headers, body, timeoutMs: ANSWER_MS, ...leaving }, outbound)
}

/** Writes tries into the log of deliveries, and how the destination fared. */
export async function logDeliveries(
  sql: ISql,
  workspaceId: string,
  deliveries: readonly Delivery[],
): Promise<void> {
  if (deliveries.length === 0) return
  const rows = deliveries.map(({ answer, ...each }) => ({
    workspace_id: workspaceId,
    id: newId(each.at.getTime()),
    destination_id: each.destinationId,
    kind: each.kind,
    batch_id: each.batchId,
    recipient: each.recipient,
    message_id: each.messageId,
    attempt: each.attempt,
    at: each.at,
    status: answer.status,
    ok: answer.ok,
    failure: answer.failure,
    milliseconds: answer.milliseconds,
    reply: answer.reply.replaceAll('\u0000', '').slice(0, KEPT_REPLY),
  }))
  await sql`insert into deliveries ${sql(rows)}`
  const last = (ok: boolean) => deliveries.findLast((each) => each.answer.ok === ok)
  const [good, bad] = [last(true), last(false)]
  await sql`
    update destinations set last_ok_at = coalesce(${good?.at ?? null}, last_ok_at),
      last_failed_at = coalesce(${bad?.at ?? null}, last_failed_at),
      last_failure = coalesce(${bad?.answer.failure ?? null}, last_failure)
    where workspace_id = ${workspaceId} and id = ${deliveries[0]!.destinationId}`
}
