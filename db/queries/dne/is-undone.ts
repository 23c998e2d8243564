import type { ISql } from 'postgres'

/** Whether an act on the list was taken back. */
export async function isUndone(sql: ISql, workspaceId: string, actId: string): Promise<boolean> {
  const [row] = await sql<{ undone: boolean }[]>`
    select undone_at is not null as undone from dne_acts where workspace_id = ${workspaceId} and id = ${actId}`
  return row?.undone ?? false
}
