import type { Sql } from 'postgres'
import type { Db } from '@/db/client'
import { Pools } from '@/db/pools'
import { requireDatabaseUrl } from '@/lib/env'

// On globalThis, so that a module reloaded by `next dev` finds the pools of before.
const shared = globalThis as typeof globalThis & { __reboundPools?: Pools }

function pools(): Pools {
  shared.__reboundPools ??= new Pools(requireDatabaseUrl())
  return shared.__reboundPools
}

/** This process's drizzle client, opened at first use from DATABASE_URL. Not to be kept: it is replaced when the server falls silent. */
export function getDb(): Db {
  return pools().get().db
}

/** This process's client for raw SQL, opened at first use from DATABASE_URL. Not to be kept either. */
export function getSql(): Sql {
  return pools().get().sql
}
