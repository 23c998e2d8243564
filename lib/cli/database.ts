import type { Sql } from 'postgres'
import { openDb, openSql, type Db } from '@/db/client'
import { openDataFolder } from '@/db/embedded/data-folder'
import { migrate } from '@/db/migrate'
import { troubleWith } from '@/db/trouble'
import { env } from '@/lib/env'
import type { Result } from '@/lib/result'
import { CommandError } from './command'

export interface Open {
  url: string
  db: Db
  sql: Sql
}

/** Gives `work` the database of DATABASE_URL or of the data folder, up to date; a server it had to start is stopped again. What keeps it from that ends the command. */
export async function withDatabase<T>(work: (open: Open) => Promise<T>): Promise<T> {
  const { DATABASE_URL, REBOUND_DATA_DIR } = env()
  if (DATABASE_URL) return workOn(DATABASE_URL, work)
  const { server } = await openDataFolder(REBOUND_DATA_DIR).catch((error: Error) => {
    throw new CommandError(error.message)
  })
  try {
    return await workOn(server.url, work)
  } finally {
    if (!server.adopted) await server.stop()
  }
}

async function workOn<T>(url: string, work: (open: Open) => Promise<T>): Promise<T> {
  await migrate(url).catch((error: unknown) => {
    throw new CommandError(troubleWith(url, error))
  })
  const open = { url, db: openDb(url, 2), sql: openSql(url, 2) }
  try {
    return await work(open)
  } finally {
    await Promise.all([open.db.close(), open.sql.end({ timeout: 5 })])
  }
}

/** The value of a result; an expected failure ends the command with its sentence. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new CommandError(result.error.message)
}
