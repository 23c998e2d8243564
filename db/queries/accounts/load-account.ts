import type { ISql } from 'postgres'

export interface SendingAccount {
  id: string
  address: string
}

/** A sending account by the id that stands in URLs, or null. */
export async function loadAccount(
  sql: ISql,
  workspaceId: string,
  id: string,
): Promise<SendingAccount | null> {
  const rows = await sql<SendingAccount[]>`
    select id, address from sending_accounts where workspace_id = ${workspaceId} and id = ${id}`
  return rows[0] ?? null
}
