import type { ISql } from 'postgres'

export interface BatchRow {
  id: string
  name: string
  state: 'running' | 'paused' | 'cancelled' | 'done'
  destinationId: string | null
  destination: string | null
  /** False where its webhook is switched off. */
  reachable: boolean
  total: number
  handedOver: number
  left: number
  /** Of those left, how many a file would take now. */
  due: number
  skipped: number
  failed: number
  cancelled: number
  recovered: number
  bounced: number
  /** When the last one left is due. */
  ends: Date | null
  lastHandedAt: Date | null
  createdAt: Date
  createdBy: string | null
  changedBy: string | null
}

/** Batches with how far they are and what became of them, newest first; one where `id` is given. */
export async function listBatches(
  sql: ISql,
  { workspaceId, now }: { workspaceId: string; now: Date },
  { limit = 50, offset = 0, id }: { limit?: number; offset?: number; id?: string } = {},
): Promise<BatchRow[]> {
  return sql<BatchRow[]>`
    select b.id, b.name, b.state, b.destination_id as "destinationId", d.name as destination,
      coalesce(d.state = 'on' and d.removed_at is null, true) as reachable, b.total, n.*,
      b.created_at as "createdAt", u.name as "createdBy", v.name as "changedBy"
    from batches b
    left join destinations d on d.workspace_id = ${workspaceId} and d.id = b.destination_id
    left join users u on u.id = b.created_by
    left join users v on v.id = b.changed_by
    cross join lateral (
      select (count(*) filter (where state = 'handed_over'))::int as "handedOver",
        (count(*) filter (where state in ('planned', 'sending')))::int as "left",
        (count(*) filter (where state = 'planned' and due_at <= ${now}))::int as due,
        (count(*) filter (where state = 'skipped'))::int as skipped,
        (count(*) filter (where state = 'failed'))::int as failed,
        (count(*) filter (where state = 'cancelled'))::int as cancelled,
        (count(*) filter (where outcome = 'recovered'))::int as recovered,
        (count(*) filter (where outcome = 'bounced'))::int as bounced,
        max(due_at) filter (where state in ('planned', 'sending')) as ends, max(handed_at) as "lastHandedAt"
      from batch_contacts c where c.workspace_id = ${workspaceId} and c.batch_id = b.id) n
    where b.workspace_id = ${workspaceId} ${id ? sql`and b.id = ${id}` : sql``}
    order by b.id desc limit ${limit} offset ${offset}`
}

/** How many batches there are. */
export async function countBatches(sql: ISql, workspaceId: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from batches where workspace_id = ${workspaceId}`
  return row!.n
}
