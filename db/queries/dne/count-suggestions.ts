import type { ISql } from 'postgres'

/** How many suggestions wait for a person. */
export async function countSuggestions(sql: ISql, workspaceId: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from dne_suggestions where workspace_id = ${workspaceId}`
  return row!.n
}
