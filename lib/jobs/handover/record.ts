import type { TransactionSql } from 'postgres'
import { readRetryAfter, RETRY_SECONDS, secondsToNextTry } from '@/lib/resubmit/retries'
import { randomFrom } from '@/lib/resubmit/random'
import { handoverAfter } from '@/lib/resubmit/states'
import type { Answer } from '@/lib/outbound/post'
import type { DueContact } from './claim'
import { logDeliveries } from './deliver'

export interface Answered {
  contact: DueContact
  /** Of this try, from 1. */
  attempt: number
  at: Date
  answer: Answer
}

interface Place {
  workspaceId: string
  batchId: string
  destinationId: string
}

interface Next {
  state: string
  dueAt: Date
  why: string
}

/** Writes what came back: handed over, planned again by the schedule, or failed for good; 410 switches the destination off. */
export async function recordAnswers(
  tx: TransactionSql,
  place: Place,
  answered: readonly Answered[],
): Promise<void> {
  if (answered.length === 0) return
  const next = answered.map(nextOf)
  const { workspaceId, batchId } = place
  await tx`
    update batch_contacts c set
      state = case when w.state = 'planned' and b.state = 'cancelled' then 'cancelled' else w.state end,
      open = w.state = 'handed_over' or w.state = 'planned' and b.state <> 'cancelled',
      attempts = w.attempt, claimed_until = null, due_at = w.due_at::timestamptz, why = w.why,
      handed_at = case when w.state = 'handed_over' then w.at::timestamptz else c.handed_at end
    from unnest(
      ${answered.map((each) => each.contact.recipient)}::text[], ${next.map((each) => each.state)}::text[],
      ${answered.map((each) => each.attempt)}::int[], ${next.map((each) => each.dueAt.toISOString())}::text[],
      ${next.map((each) => each.why)}::text[], ${answered.map((each) => each.at.toISOString())}::text[]
    ) w(recipient, state, attempt, due_at, why, at), batches b
    where c.workspace_id = ${workspaceId} and c.batch_id = ${batchId} and c.recipient = w.recipient
      and c.state in ('planned', 'sending') and b.workspace_id = ${workspaceId} and b.id = ${batchId}`
  await tellDestination(tx, place, answered)
  const there = await stillThere(tx, place, answered)
  await logDeliveries(
    tx,
    workspaceId,
    there.map(({ contact, attempt, at, answer }) => ({
      destinationId: place.destinationId,
      kind: 'contact' as const,
      batchId,
      recipient: contact.recipient,
      messageId: contact.messageId,
      attempt,
      at,
      answer,
    })),
  )
}

/** Without those who were erased while their message was on its way. */
async function stillThere(
  tx: TransactionSql,
  { workspaceId, batchId }: Place,
  answered: readonly Answered[],
) {
  const rows = await tx<{ recipient: string }[]>`
    select recipient from batch_contacts where workspace_id = ${workspaceId} and batch_id = ${batchId}
      and recipient = any(${answered.map(({ contact }) => contact.recipient)}::text[])`
  const known = new Set(rows.map((row) => row.recipient))
  return answered.filter(({ contact }) => known.has(contact.recipient))
}

function nextOf({ contact, attempt, at, answer }: Answered): Next {
  if (answer.ok) return { state: 'handed_over', dueAt: at, why: '' }
  // Gone is about the destination, not about the contact: its tries begin anew where it is switched on again.
  if (answer.status === 410) return { state: 'planned', dueAt: at, why: answer.failure }
  const random = randomFrom(`${contact.messageId} ${attempt}`)()
  const seconds = secondsToNextTry(attempt, random, readRetryAfter(answer.retryAfter, at))
  const state = handoverAfter('sending', { kind: 'answered', ok: false, triesLeft: seconds !== null })
  const why = seconds === null ? `${RETRY_SECONDS.length} tries in vain. ${answer.failure}` : answer.failure
  return { state: state!, dueAt: new Date(at.getTime() + (seconds ?? 0) * 1000), why }
}

/** 410: off, with a notice. 429 and 503 with a time: nobody asks before it is over. */
async function tellDestination(
  tx: TransactionSql,
  { workspaceId, destinationId }: Place,
  answered: readonly Answered[],
): Promise<void> {
  if (answered.some(({ answer }) => answer.status === 410)) {
    await tx`
      update destinations set state = 'off', off_why = 'gone'
      where workspace_id = ${workspaceId} and id = ${destinationId} and state = 'on'`
  }
  const waits = answered.flatMap(({ answer, at }) => {
    const busy = answer.status === 429 || answer.status === 503
    const seconds = busy ? readRetryAfter(answer.retryAfter, at) : null
    return seconds === null ? [] : [at.getTime() + Math.min(seconds, 86_400) * 1000]
  })
  if (waits.length === 0) return
  await tx`
    update destinations set resume_at = greatest(resume_at, ${new Date(Math.max(...waits))})
    where workspace_id = ${workspaceId} and id = ${destinationId}`
}
