import type { Sql, TransactionSql } from 'postgres'

/**
 * Whoever changes a workspace's bounces or rollups takes this first, in the same transaction: imports, undo, reclassifying, rebuilding.
 * One writer at a time per workspace, so rollups never wait on each other's rows; released at commit.
 */
export async function lockFacts(tx: TransactionSql | Sql, workspaceId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${workspaceId}::text, 1))`
}
