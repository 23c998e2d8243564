import type { Sql, TransactionSql } from 'postgres'
import type { ImportState } from '@/db/schema'

export interface SampleImport {
  id: string
  state: Extract<ImportState, 'staging' | 'staged' | 'importing' | 'imported' | 'undoing' | 'failed'>
}

/** The sample data of a workspace that is in, in part too, on its way in, or on its way out; null where there is none. */
export async function sampleImport(
  sql: Sql | TransactionSql,
  workspaceId: string,
): Promise<SampleImport | null> {
  const rows = await sql<SampleImport[]>`
    select id, state from imports
    where workspace_id = ${workspaceId} and origin = 'sample'
      and (state in ('staging', 'staged', 'importing', 'imported', 'undoing')
        or state = 'failed' and checkpoint->>'stored' = 'true')
    order by created_at desc limit 1`
  return rows[0] ?? null
}
