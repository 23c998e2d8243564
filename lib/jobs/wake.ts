import type { Sql, TransactionSql } from 'postgres'

/** Workers listen here; what there is to do stands in the tables. */
export const WORK_CHANNEL = 'rebound_work'

/** Tells workers, at commit, that an import waits for them. */
export async function tellWork(sql: Sql | TransactionSql): Promise<void> {
  await sql`select pg_notify(${WORK_CHANNEL}, '')`
}
