import type { Sql } from 'postgres'
import { openDb, openSql, type Db } from '@/db/client'
import { requireDatabaseUrl } from '@/lib/env'

// On globalThis, so that a module reloaded by `next dev` finds the pool of before.
const shared = globalThis as typeof globalThis & { __reboundDb?: Db; __reboundSql?: Sql }

/** This process's drizzle client, opened at first use from DATABASE_URL. */
export function getDb(): Db {
  shared.__reboundDb ??= openDb(requireDatabaseUrl())
  return shared.__reboundDb
}

/** This process's client for raw SQL, opened at first use from DATABASE_URL. */
export function getSql(): Sql {
  shared.__reboundSql ??= openSql(requireDatabaseUrl())
  return shared.__reboundSql
}
