import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { migrate } from '@/db/migrate'

const PREFIX = 'rebound_test_'
const STALE_MS = 2 * 3_600_000

/** The same server and credentials, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.toString()
}

/** Runs one statement as the server's owner on a connection of its own. */
async function administer<T>(serverUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Makes a database without any table; `dropDatabase` takes it away. */
export async function createEmpty(serverUrl: string): Promise<{ name: string; url: string }> {
  const name = `${PREFIX}${Date.now()}_${randomUUID().slice(0, 8)}`
  await administer(serverUrl, async (sql) => {
    await dropStale(sql)
    await sql.unsafe(`create database ${name}`)
  })
  return { name, url: databaseUrl(serverUrl, name) }
}

/** Makes an empty, migrated database that the databases of this run are copied from; gives its name. */
export async function createTemplate(serverUrl: string): Promise<string> {
  const { name, url } = await createEmpty(serverUrl)
  await migrate(url)
  return name
}

/** Copies the template into a database of the caller's own; gives its name. */
export async function copyTemplate(serverUrl: string, template: string): Promise<string> {
  const name = `${template}_${randomUUID().slice(0, 8)}`
  await administer(serverUrl, (sql) => sql.unsafe(`create database ${name} template ${template}`))
  return name
}

/** Drops a database, its connections too; with `family` every database copied from it as well. */
export async function dropDatabase(serverUrl: string, name: string, family = false): Promise<void> {
  await administer(serverUrl, async (sql) => {
    const names = family ? await named(sql, `${name}%`) : [name]
    for (const each of names) await drop(sql, each)
  })
}

/** Not by force, which a vacuum at work forbids to whoever is no superuser; a plain drop sends that away. */
async function drop(sql: postgres.Sql, name: string): Promise<void> {
  await sql`
    select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = ${name} and usename = current_user`
  await sql.unsafe(`drop database if exists ${name}`)
}

async function named(sql: postgres.Sql, pattern: string): Promise<string[]> {
  const rows = await sql<{ datname: string }[]>`select datname from pg_database where datname like ${pattern}`
  return rows.map((row) => row.datname)
}

/** A run that was killed leaves its databases behind; the next one removes what is hours old. */
async function dropStale(sql: postgres.Sql): Promise<void> {
  for (const name of await named(sql, `${PREFIX}%`)) {
    const madeAt = Number(name.slice(PREFIX.length).split('_')[0])
    if (madeAt < Date.now() - STALE_MS) await drop(sql, name)
  }
}
