import type { Sql } from 'postgres'
import type { RejectReason } from '@/lib/ingest/types'

export interface StoredReject {
  seq: number
  line: number
  reason: RejectReason
  column: string | null
  value: string
}

interface Place {
  workspaceId: string
  importId: string
}

/** A page of refused records in file order, after number `after`. */
export async function listRejectRows(
  sql: Sql,
  { workspaceId, importId }: Place,
  { after, limit }: { after: number; limit: number },
): Promise<StoredReject[]> {
  return sql<StoredReject[]>`
    select seq, line, reason, "column", value from import_rejects
    where workspace_id = ${workspaceId} and import_id = ${importId} and seq > ${after} order by seq limit ${limit}`
}

/** Every refused record with its own text, a page at a time. */
export async function* streamRejects(
  sql: Sql,
  { workspaceId, importId }: Place,
): AsyncGenerator<StoredReject & { raw: string }> {
  for (let after = 0; ;) {
    const rows = await sql<(StoredReject & { raw: string })[]>`
      select seq, line, reason, "column", value, raw from import_rejects
      where workspace_id = ${workspaceId} and import_id = ${importId} and seq > ${after} order by seq limit 200`
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}
