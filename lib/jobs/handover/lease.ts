import type { Sql, TransactionSql } from 'postgres'
import { isFree, leaseEnd, Stale } from '@/lib/jobs/lease'
import type { Outbound } from '@/lib/outbound/post'

export interface HandoverDeps {
  sql: Sql
  /** Gives the server's secret, which opens the destinations' own. */
  key: () => string
  outbound: Outbound
  now: () => Date
  stopping?: () => boolean
  /** Called where a killed process would leave its mark. */
  fault?: (point: string) => void | Promise<void>
}

export interface BatchPlace {
  workspaceId: string
  batchId: string
}

/** A batch in the hands of this worker: with an older fence nothing can be written. */
export interface TakenBatch extends BatchPlace {
  fence: number
}

/** Batches that have something to do now and that no living worker holds. */
export async function waitingBatches(sql: Sql, now: Date, limit = 20): Promise<BatchPlace[]> {
  return sql<BatchPlace[]>`
    select workspace_id as "workspaceId", id as "batchId" from batches
    where state = 'running' and next_at <= ${now} and ${isFree(sql)}
    order by next_at limit ${limit}`
}

/** Takes a batch for this worker; null where another has it or nothing is to be done. */
export async function takeBatch(sql: Sql, { workspaceId, batchId }: BatchPlace): Promise<TakenBatch | null> {
  const [row] = await sql<{ fence: number }[]>`
    update batches set fence = fence + 1, lease_until = ${leaseEnd(sql)}
    where workspace_id = ${workspaceId} and id = ${batchId} and state = 'running' and next_at is not null
      and ${isFree(sql)}
    returning fence`
  return row ? { workspaceId, batchId, fence: row.fence } : null
}

export interface HeldBatch {
  name: string
  destinationId: string
  pace: unknown
  timeZone: string
}

/** Locks the batch for a step and prolongs the lease; throws `Stale` where it is no longer this worker's. */
export async function holdBatch(
  tx: TransactionSql,
  { workspaceId, batchId, fence }: TakenBatch,
): Promise<HeldBatch> {
  const [row] = await tx<HeldBatch[]>`
    update batches b set lease_until = ${leaseEnd(tx)}
    from workspaces w
    where b.workspace_id = ${workspaceId} and b.id = ${batchId} and b.fence = ${fence} and b.state = 'running'
      and w.id = b.workspace_id
    returning b.name, b.destination_id as "destinationId", b.pace, w.time_zone as "timeZone"`
  if (!row) throw new Stale()
  return row
}

/** Says when the batch is to be looked at again, or that it is done. */
export async function setNext(tx: TransactionSql, { workspaceId, batchId }: BatchPlace): Promise<void> {
  await tx`
    update batches b set next_at = n.at, state = case when n.at is null and b.state = 'running' then 'done' else b.state end
    from (select min(case when state = 'sending' then claimed_until else due_at end) as at from batch_contacts
      where workspace_id = ${workspaceId} and batch_id = ${batchId} and state in ('planned', 'sending')) n
    where b.workspace_id = ${workspaceId} and b.id = ${batchId} and b.state in ('running', 'done')`
}
