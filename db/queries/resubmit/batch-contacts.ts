import type { ISql } from 'postgres'

export const CONTACT_VIEWS = ['all', 'planned', 'handed_over', 'recovered', 'bounced', 'left_out'] as const
export type ContactView = (typeof CONTACT_VIEWS)[number]

export interface BatchContact {
  recipient: string
  account: string
  category: string
  state: 'planned' | 'sending' | 'handed_over' | 'skipped' | 'cancelled' | 'failed'
  outcome: '' | 'bounced' | 'recovered'
  dueAt: Date
  handedAt: Date | null
  outcomeAt: Date | null
  attempts: number
  why: string
  /** The bounce that came back. */
  againKey: string | null
}

interface Page {
  view: ContactView
  limit: number
  offset: number
}

/** Contacts of a batch in the order in which they are due. */
export async function listBatchContacts(
  sql: ISql,
  { workspaceId, batchId }: { workspaceId: string; batchId: string },
  { view, limit, offset }: Page,
): Promise<BatchContact[]> {
  const only = {
    all: sql``,
    planned: sql`and state in ('planned', 'sending')`,
    handed_over: sql`and state = 'handed_over'`,
    recovered: sql`and outcome = 'recovered'`,
    bounced: sql`and outcome = 'bounced'`,
    left_out: sql`and state in ('skipped', 'cancelled', 'failed')`,
  }[view]
  return sql<BatchContact[]>`
    select recipient, account, category, state, outcome, due_at as "dueAt", handed_at as "handedAt",
      outcome_at as "outcomeAt", attempts, why, again_key as "againKey"
    from batch_contacts where workspace_id = ${workspaceId} and batch_id = ${batchId} ${only}
    order by coalesce(handed_at, due_at), recipient limit ${limit} offset ${offset}`
}

export interface HandoverFileRow {
  id: string
  createdAt: Date
  createdBy: string | null
  count: number
}

/** The files a batch was handed over by, newest first. */
export async function listHandoverFiles(
  sql: ISql,
  { workspaceId, batchId }: { workspaceId: string; batchId: string },
): Promise<HandoverFileRow[]> {
  return sql<HandoverFileRow[]>`
    select f.id, f.created_at as "createdAt", u.name as "createdBy", f.count
    from handover_files f left join users u on u.id = f.created_by
    where f.workspace_id = ${workspaceId} and f.batch_id = ${batchId} order by f.created_at desc limit 100`
}
