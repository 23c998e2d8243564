import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as run } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))
const LOCK = 7_301_842_605

/** Brings the database to the newest schema. Safe to call from several processes at once: one works, the others wait. */
export async function migrate(url: string, folder = FOLDER): Promise<void> {
  const client = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    await client`select pg_advisory_lock(${LOCK}::bigint)`
    await run(drizzle(client), { migrationsFolder: folder })
  } finally {
    // Ending the session gives the lock back, also after a failure.
    await client.end({ timeout: 5 })
  }
}
