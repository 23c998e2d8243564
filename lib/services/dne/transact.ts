import type { Sql, TransactionSql } from 'postgres'
import { codeOf } from '@/lib/away'

const DEADLOCK = '40P01'

/**
 * Runs a change of the list in a transaction, and once more where Postgres ended it to get two changes out of each other's way: a burst
 * found halfway can ask for locks of addresses behind the counter's row. `work` may run twice.
 */
export async function transact<T>(sql: Sql, work: (tx: TransactionSql) => Promise<T>): Promise<T> {
  try {
    return (await sql.begin(work)) as T
  } catch (error) {
    if (codeOf(error) !== DEADLOCK) throw error
    return (await sql.begin(work)) as T
  }
}
