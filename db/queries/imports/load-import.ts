import type { Sql, TransactionSql } from 'postgres'
import type { ImportState } from '@/db/schema'
import type { ImportCounts, ImportProgress } from '@/lib/ingest/counts'

/** An import with its file, as the services work with it. */
export interface StoredImport {
  id: string
  state: ImportState
  origin: 'file' | 'command' | 'sample'
  settings: unknown
  detected: unknown
  counts: ImportCounts | null
  checkpoint: unknown
  progress: ImportProgress | null
  twinOf: string | null
  failure: string | null
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  createdByName: string | null
  uploadId: string
  fileName: string
  size: number
  sha256: string
  textSha256: string
  gzip: boolean
  rejects: number
}

/** One import of the workspace; null where there is none of that id. */
export async function loadImport(
  sql: Sql | TransactionSql,
  workspaceId: string,
  importId: string,
): Promise<StoredImport | null> {
  const [row] = await sql<StoredImport[]>`
    select i.id, i.state, i.origin, i.settings, i.detected, i.counts, i.checkpoint, i.progress, i.twin_of as "twinOf",
      i.failure, i.created_at as "createdAt", i.started_at as "startedAt", i.finished_at as "finishedAt",
      p.name as "createdByName", u.id as "uploadId", u.name as "fileName", u.size::float8 as size, u.sha256,
      u.text_sha256 as "textSha256", u.gzip,
      (select count(*)::int from import_rejects r where r.workspace_id = i.workspace_id and r.import_id = i.id) as rejects
    from imports i
    join uploads u on u.workspace_id = i.workspace_id and u.id = i.upload_id
    left join users p on p.id = i.created_by
    where i.workspace_id = ${workspaceId} and i.id = ${importId}`
  return row ?? null
}

/** The earlier import of the same bytes that still stands. */
export async function findSameFile(
  sql: Sql | TransactionSql,
  workspaceId: string,
  { id, sha256 }: Pick<StoredImport, 'id' | 'sha256'>,
): Promise<{
  importId: string
  fileName: string
  finishedAt: Date
  settings: unknown
  counts: ImportCounts
} | null> {
  const [row] = await sql<
    { importId: string; fileName: string; finishedAt: Date; settings: unknown; counts: ImportCounts }[]
  >`
    select i.id as "importId", u.name as "fileName", i.finished_at as "finishedAt", i.settings, i.counts
    from uploads u join imports i on i.workspace_id = u.workspace_id and i.upload_id = u.id
    where u.workspace_id = ${workspaceId} and u.sha256 = ${sha256} and i.id <> ${id} and i.state = 'imported'
    order by i.twin_of nulls first, i.finished_at desc limit 1`
  return row ?? null
}

/** Whether another import of the workspace ended or was undone after `since`: what it counted as new may be known by now. */
export async function hasMovedSince(
  sql: Sql | TransactionSql,
  workspaceId: string,
  importId: string,
  since: Date,
): Promise<boolean> {
  const [row] = await sql<{ moved: boolean }[]>`
    select exists(select 1 from imports i where i.workspace_id = ${workspaceId} and i.id <> ${importId}
      and i.state in ('imported', 'undone') and i.finished_at > ${since}) as moved`
  return row!.moved
}
