import type { Sql, TransactionSql } from 'postgres'

/**
 * Whoever changes a workspace's bounces or rollups takes this first, in the same transaction: imports, undo, reclassifying, rebuilding.
 * One writer at a time per workspace, so rollups never wait on each other's rows; released at commit. Gives the zone whose days the
 * rollups count, which changes only under this lock.
 */
export async function lockFacts(tx: TransactionSql | Sql, workspaceId: string): Promise<string> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${workspaceId}::text, 1))`
  const [row] = await tx<{ timeZone: string }[]>`
    select time_zone as "timeZone" from workspaces where id = ${workspaceId}`
  return row?.timeZone ?? 'UTC'
}
