import type { ISql } from 'postgres'

/** The value up to which the list is looked at in one go, so many reasons behind `after`; null where that is its end. */
export async function windowEnd(
  sql: ISql,
  workspaceId: string,
  after: string,
  reasons: number,
): Promise<string | null> {
  const [row] = await sql<{ value: string }[]>`
    select value from dne_reasons where workspace_id = ${workspaceId} and value > ${after}
    order by value offset ${reasons - 1} limit 1`
  return row?.value ?? null
}
