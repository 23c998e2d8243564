import type { Sql } from 'postgres'
import type { StoredImport } from './load-import'

export type ListedImport = Pick<
  StoredImport,
  | 'id'
  | 'state'
  | 'origin'
  | 'counts'
  | 'checkpoint'
  | 'progress'
  | 'failure'
  | 'createdAt'
  | 'startedAt'
  | 'finishedAt'
  | 'createdByName'
  | 'fileName'
  | 'size'
> & {
  /** Nothing can be done with the file but to upload another. */
  unreadable: boolean
}

/** A page of imports, newest first; ids sort by time. */
export async function listImportRows(
  sql: Sql,
  workspaceId: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<ListedImport[]> {
  return sql<ListedImport[]>`
    select i.id, i.state, i.origin, i.counts, i.checkpoint, i.progress, i.failure, i.created_at as "createdAt",
      i.started_at as "startedAt", i.finished_at as "finishedAt", p.name as "createdByName", u.name as "fileName",
      u.size::float8 as size,
      i.state = 'mapping' and i.detected->>'ok' = 'false' as unreadable
    from imports i
    join uploads u on u.workspace_id = i.workspace_id and u.id = i.upload_id
    left join users p on p.id = i.created_by
    where i.workspace_id = ${workspaceId} ${before === null ? sql`` : sql`and i.id < ${before}`}
    order by i.id desc limit ${limit}`
}
