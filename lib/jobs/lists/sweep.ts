import type { Sql } from 'postgres'
import { dropFileTables } from './stage'

/** Removes files of addresses whose time is over, with their bytes; what they had put on the list stays there. */
export async function sweepListFiles(sql: Sql): Promise<void> {
  const old = await sql<{ workspaceId: string; id: string; uploadId: string }[]>`
    delete from list_files where expires_at < now() and state <> 'storing'
    returning workspace_id as "workspaceId", id, upload_id as "uploadId"`
  for (const { workspaceId, id, uploadId } of old) {
    await sql`delete from uploads where workspace_id = ${workspaceId} and id = ${uploadId}`
    await sql`delete from upload_chunks where workspace_id = ${workspaceId} and upload_id = ${uploadId}`
    await dropFileTables(sql, id)
  }
}
