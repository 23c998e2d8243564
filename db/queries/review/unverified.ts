import type { ISql } from 'postgres'

export interface UnverifiedBounces {
  count: number
  /** Of the oldest and the newest; null where there are none. */
  first: Date | null
  last: Date | null
}

/** Bounces of reports that may be forged: of a workspace, or of one of its imports. */
export async function unverifiedBounces(
  sql: ISql,
  workspaceId: string,
  importId?: string,
): Promise<UnverifiedBounces> {
  const [row] = await sql<UnverifiedBounces[]>`
    select count(*)::int as count, min(occurred_at) as first, max(occurred_at) as last from bounces b
    where b.workspace_id = ${workspaceId} and not b.verified ${importId ? sql`and b.import_id = ${importId}` : sql``}`
  return { ...row! }
}

/** How many bounces of an import a person set aside, because their reports are not on our own mail. */
export async function countDismissed(sql: ISql, workspaceId: string, importId: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from dismissed_bounces where workspace_id = ${workspaceId} and import_id = ${importId}`
  return row!.n
}
