import type { Sql, TransactionSql } from 'postgres'
import type { ListFileState } from '@/db/schema'
import type { CheckCounts, ListChoices, ListCounts, ListProgress } from '@/lib/ingest/lists/counts'
import type { ListSettings } from '@/lib/ingest/lists/types'

/** A file of addresses as its pages and downloads need it. */
export interface FileRow {
  id: string
  purpose: 'list' | 'check'
  state: ListFileState
  name: string
  workspaceId: string
  uploadId: string
  gzip: boolean
  size: number
  settings: ListSettings | null
  choices: ListChoices
  counts: ListCounts | CheckCounts | null
  progress: ListProgress | null
  actId: string | null
  failure: string | null
  createdBy: string
  createdAt: Date
  expiresAt: Date
}

/** Loads a file of the workspace that has not expired; null for any other. `lock` keeps it until the end of the transaction. */
export async function loadFileRow(
  sql: Sql | TransactionSql,
  workspaceId: string,
  id: string,
  { lock = false } = {},
): Promise<FileRow | null> {
  const [row] = await sql<FileRow[]>`
    select f.id, f.purpose, f.state, f.name, f.workspace_id as "workspaceId", f.upload_id as "uploadId",
      u.gzip, u.size::float8 as size, f.settings, f.choices, f.counts, f.progress, f.act_id as "actId", f.failure,
      f.created_by as "createdBy", f.created_at as "createdAt", f.expires_at as "expiresAt"
    from list_files f join uploads u on u.workspace_id = f.workspace_id and u.id = f.upload_id
    where f.workspace_id = ${workspaceId} and f.id = ${id} and f.expires_at > now()
    ${lock ? sql`for update of f` : sql``}`
  return row ?? null
}
