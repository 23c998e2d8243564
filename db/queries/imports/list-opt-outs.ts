import type { ISql } from 'postgres'

export interface OptOutRow {
  key: string
  address: string
  reason: 'complaint' | 'unsubscribe'
  feedbackType: string
  account: string
  occurredAt: Date | null
  verified: boolean
  /** Of the list; null where the address is not listed for that reason. */
  entryId: string | null
}

/** The first of those who want no more mail, as an import told, in the order of its file. */
export async function listOptOuts(
  sql: ISql,
  { workspaceId, importId }: { workspaceId: string; importId: string },
  limit: number,
): Promise<OptOutRow[]> {
  return sql<OptOutRow[]>`
    select o.key, o.address, o.reason, o.feedback_type as "feedbackType", o.account, o.occurred_at as "occurredAt", o.verified,
      r.entry_id as "entryId"
    from (select * from opt_outs where workspace_id = ${workspaceId} and import_id = ${importId}
      order by line, key limit ${limit}) o
    left join dne_reasons r on r.workspace_id = ${workspaceId} and r.value = o.listed_as and r.reason = o.reason
    order by o.line, o.key`
}
