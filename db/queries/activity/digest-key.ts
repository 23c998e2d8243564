import type { Sql } from 'postgres'

/** The key under which a workspace's activity names addresses; empty before its first row. */
export async function digestKeyOf(sql: Sql, workspaceId: string): Promise<string> {
  const rows = await sql<{ key: string }[]>`
    select digest_key as key from activity_heads where workspace_id = ${workspaceId}`
  return rows[0]?.key ?? ''
}
