import type { ISql } from 'postgres'

export interface DestinationRow {
  id: string
  name: string
  url: string
  state: 'on' | 'off'
  offWhy: '' | 'person' | 'gone'
  resumeAt: Date | null
  lastOkAt: Date | null
  lastFailedAt: Date | null
  lastFailure: string
  previousUntil: Date | null
}

/** The webhook destinations of a workspace; their secrets never leave by this way. */
export async function listDestinations(sql: ISql, workspaceId: string): Promise<DestinationRow[]> {
  return sql<DestinationRow[]>`
    select id, name, url, state, off_why as "offWhy", resume_at as "resumeAt", last_ok_at as "lastOkAt",
      last_failed_at as "lastFailedAt", last_failure as "lastFailure", previous_until as "previousUntil"
    from destinations where workspace_id = ${workspaceId} and removed_at is null order by created_at`
}

export interface DeliveryRow {
  id: string
  destination: string
  kind: 'contact' | 'replay' | 'test'
  recipient: string | null
  batchId: string | null
  attempt: number
  at: Date
  status: number | null
  ok: boolean
  failure: string
  milliseconds: number
  reply: string
  /** Handed over or failed: it can be sent again. */
  settled: boolean
}

/** The newest tries at all destinations; only failed ones where asked. */
export async function listDeliveries(
  sql: ISql,
  workspaceId: string,
  { failed, limit }: { failed: boolean; limit: number },
): Promise<DeliveryRow[]> {
  return sql<DeliveryRow[]>`
    select v.id, d.name as destination, v.kind, v.recipient, v.batch_id as "batchId", v.attempt, v.at, v.status, v.ok,
      v.failure, v.milliseconds, left(v.reply, 300) as reply,
      coalesce(c.state in ('handed_over', 'failed') and c.outcome <> 'bounced' and d.removed_at is null, false) as settled
    from deliveries v
    join destinations d on d.workspace_id = ${workspaceId} and d.id = v.destination_id
    left join batch_contacts c on c.workspace_id = ${workspaceId} and c.batch_id = v.batch_id and c.recipient = v.recipient
    where v.workspace_id = ${workspaceId} ${failed ? sql`and not v.ok` : sql``}
    order by v.id desc limit ${limit}`
}
