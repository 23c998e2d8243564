import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { ISql } from 'postgres'
import type { Db, Tx } from '../client'

const dialect = new PgDialect()

/** Runs one statement in whichever kind of transaction the caller is in: drizzle's or raw SQL. */
export async function runQuery<Row extends object>(tx: ISql | Tx | Db, statement: SQL): Promise<Row[]> {
  if ('execute' in tx) return [...(await tx.execute(statement))] as unknown as Row[]
  const { sql, params } = dialect.sqlToQuery(statement)
  return [...(await tx.unsafe<Row[]>(sql, params as never[]))]
}
