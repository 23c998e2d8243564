import type { Sql, TransactionSql } from 'postgres'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import { withoutTag } from '@/lib/dne/canonical'
import { bumpDataVersion } from '@/lib/services/data-version'
import { lockSettling } from '@/lib/services/dne/lock-addresses'
import { applyEffects } from '@/lib/services/effects'

const AT_ONCE = 5_000
const DAY_MS = 86_400_000

/** Whoever was handed over and stayed quiet for the workspace's days has recovered: their soft bounces count no more. Gives how many. */
export async function settleQuiet(sql: Sql, now: Date): Promise<number> {
  const places = await sql<{ workspaceId: string }[]>`
    select distinct workspace_id as "workspaceId" from batch_contacts
    where state = 'handed_over' and outcome = '' and handed_at <= ${new Date(now.getTime() - 7 * DAY_MS)}`
  let settled = 0
  for (const { workspaceId } of places) {
    for (let some = AT_ONCE; some === AT_ONCE; settled += some)
      some = await sql.begin((tx) => recoverSome(tx, workspaceId, now))
  }
  await dropCancelled(sql, now)
  return settled
}

async function recoverSome(tx: TransactionSql, workspaceId: string, now: Date): Promise<number> {
  // Before any row, as imports do: they tell outcomes of the same rows.
  await lockSettling(tx, workspaceId)
  const { quietDays, plusTags } = await loadRules(tx, workspaceId)
  const before = new Date(now.getTime() - quietDays * DAY_MS)
  const rows = await tx<{ recipient: string; batchId: string; at: Date }[]>`
    update batch_contacts o set outcome = 'recovered', open = false,
      outcome_at = o.handed_at + make_interval(days => ${quietDays})
    from (select batch_id, recipient from batch_contacts
      where workspace_id = ${workspaceId} and state = 'handed_over' and outcome = '' and handed_at <= ${before}
      order by handed_at limit ${AT_ONCE} for update skip locked) q
    where o.workspace_id = ${workspaceId} and o.batch_id = q.batch_id and o.recipient = q.recipient
    returning o.recipient, o.batch_id as "batchId", o.outcome_at as at`
  if (rows.length === 0) return 0
  const recipients = rows.map((each) => each.recipient)
  const clearances = rows.flatMap((row) =>
    [...new Set([row.recipient, plusTags ? withoutTag(row.recipient) : row.recipient])].map((value) => ({
      ...row,
      value,
    })),
  )
  await tx`
    insert into dne_clearances (workspace_id, value, act_id, kind, at)
    select ${workspaceId}, value, batch_id, 'cleared', at::timestamptz
    from unnest(${clearances.map((each) => each.value)}::text[], ${clearances.map((each) => each.batchId)}::uuid[],
      ${clearances.map((each) => each.at.toISOString())}::text[]) w(value, batch_id, at)
    on conflict do nothing`
  await applyEffects(tx, { workspaceId, now }, recipients)
  await bumpDataVersion(tx, workspaceId)
  return rows.length
}

/** A contact that was on its way when its batch was cancelled, and whose worker died, stays behind otherwise. */
async function dropCancelled(sql: Sql, now: Date): Promise<void> {
  await sql`
    update batch_contacts c set state = 'cancelled', open = false, why = 'Cancelled.', claimed_until = null
    from batches b
    where c.state = 'sending' and c.claimed_until < ${now} and b.workspace_id = c.workspace_id and b.id = c.batch_id
      and b.state = 'cancelled'`
}
