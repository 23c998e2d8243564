import type { Sql, TransactionSql } from 'postgres'

/** The sending accounts that the workspace knows from more than reports that may be forged. */
export async function knownSenders(sql: Sql | TransactionSql, workspaceId: string): Promise<string[]> {
  const rows = await sql<{ address: string }[]>`
    select address from sending_accounts where workspace_id = ${workspaceId} and known and address <> ''`
  return rows.map((row) => row.address)
}
