import type { ISql } from 'postgres'

/** The name of the file an import read, or null. */
export async function loadImportName(sql: ISql, workspaceId: string, id: string): Promise<string | null> {
  const rows = await sql<{ name: string }[]>`
    select u.name from imports i join uploads u on u.workspace_id = i.workspace_id and u.id = i.upload_id
    where i.workspace_id = ${workspaceId} and i.id = ${id}`
  return rows[0]?.name ?? null
}
