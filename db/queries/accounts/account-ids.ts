import type { ISql } from 'postgres'

/** Every sending account of a workspace, from its address to the id that stands in URLs. */
export async function accountIds(sql: ISql, workspaceId: string): Promise<Map<string, string>> {
  const rows = await sql<{ address: string; id: string }[]>`
    select address, id from sending_accounts where workspace_id = ${workspaceId} and address <> ''`
  return new Map(rows.map((row) => [row.address, row.id]))
}
