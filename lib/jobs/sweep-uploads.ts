import type { Sql } from 'postgres'

/** Removes uploads whose sender went away: a process that is killed can't. */
export async function sweepUploads(sql: Sql): Promise<void> {
  const old = await sql<{ workspaceId: string; id: string }[]>`
    delete from uploads where state = 'receiving' and created_at < now() - interval '6 hours'
    returning workspace_id as "workspaceId", id`
  for (const { workspaceId, id } of old) {
    await sql`delete from upload_chunks where workspace_id = ${workspaceId} and upload_id = ${id}`
  }
}
