import type { Sql } from 'postgres'
import { inject } from 'vitest'
import { openDb, openSql, type Db } from '@/db/client'
import { copyTemplate, databaseUrl, dropDatabase } from './server'

/** A migrated, empty database of the test file's own. */
export interface TestDatabase {
  url: string
  sql: Sql
  db: Db
  close: () => Promise<void>
}

/** Makes a database for a test file (`beforeAll`); its `close` (`afterAll`) ends both clients and drops it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url: server, template } = inject('testServer')
  const name = await copyTemplate(server, template)
  const url = databaseUrl(server, name)
  const sql = openSql(url, 4)
  const db = openDb(url, 4)
  const close = async () => {
    await Promise.all([sql.end({ timeout: 5 }), db.close()])
    await dropDatabase(server, name)
  }
  return { url, sql, db, close }
}
