import type { TransactionSql } from 'postgres'
import { takenDays } from '@/db/queries/resubmit/candidates'
import { tellWork } from '@/lib/jobs/wake'
import { paceSchema } from '@/lib/resubmit/pace'
import { planContacts } from './plan-contacts'

interface Place {
  id: string
  timeZone: string
  now: Date
}

/** Plans what is left of a batch from now on, in its pace, and wakes the worker for it. */
export async function replan(
  tx: TransactionSql,
  { id: workspaceId, timeZone, now }: Place,
  batch: { id: string; pace: unknown; destinationId: string | null },
): Promise<void> {
  const left = await tx<{ account: string; recipient: string }[]>`
    select account, recipient from batch_contacts
    where workspace_id = ${workspaceId} and batch_id = ${batch.id} and state = 'planned'
    order by account, due_at, recipient`
  const times = planContacts(left, {
    pace: paceSchema.parse(batch.pace),
    zone: timeZone,
    now,
    seed: batch.id,
    taken: await takenDays(tx, { workspaceId, now }, timeZone, batch.id),
    wholeDays: batch.destinationId === null,
  })
  const late = new Date(now.getTime() + 366 * 86_400_000).toISOString()
  const due = times.map((time) => time?.toISOString() ?? late)
  await tx`
    update batch_contacts c set due_at = w.due_at
    from unnest(${left.map((each) => each.recipient)}::text[], ${due}::timestamptz[]) w(recipient, due_at)
    where c.workspace_id = ${workspaceId} and c.batch_id = ${batch.id} and c.recipient = w.recipient`
  if (batch.destinationId === null) return
  await tx`
    update batches set next_at = coalesce((select min(due_at) from batch_contacts
      where workspace_id = ${workspaceId} and batch_id = ${batch.id} and state in ('planned', 'sending')), ${now})
    where workspace_id = ${workspaceId} and id = ${batch.id}`
  await tellWork(tx)
}
