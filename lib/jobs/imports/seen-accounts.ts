import type { Taken, Tx } from './work'

/** Which of these sending accounts the workspace knew before this import began. */
export async function seenAccounts(
  tx: Tx,
  { workspaceId, importId }: Taken,
  accounts: string[],
): Promise<Set<string>> {
  const rows = await tx<{ address: string }[]>`
    select a.address from sending_accounts a
    join imports i on i.workspace_id = a.workspace_id and i.id = ${importId}
    where a.workspace_id = ${workspaceId} and a.address = any(${accounts}) and a.created_at < i.started_at`
  return new Set(rows.map((row) => row.address))
}
