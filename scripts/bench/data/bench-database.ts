import postgres from 'postgres'
import { openDb, openSql, type Db } from '@/db/client'
import { migrate } from '@/db/migrate'
import { env } from '@/lib/env'
import { newId } from '@/lib/id'
import { COMMAND_LINE } from '@/lib/services/activity'
import type { Context } from '@/lib/services/context'

export interface BenchDatabase {
  url: string
  db: Db
  sql: postgres.Sql
  close: () => Promise<void>
}

/** A database of its own on REBOUND_TEST_DATABASE_URL, else on an embedded server; `keep` leaves a named one for the next run. */
export async function openBenchDatabase(name: string, keep = false): Promise<BenchDatabase> {
  const server = await findServer()
  const root = postgres(server.url, { max: 1, onnotice: () => {} })
  const existing = await root`select 1 from pg_database where datname = ${name}`
  if (!keep && existing.length > 0) await root.unsafe(`drop database ${name} with (force)`)
  if (!keep || existing.length === 0) await root.unsafe(`create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  await migrate(url.toString())
  const db = openDb(url.toString(), 2)
  const sql = openSql(url.toString(), 4)
  const close = async () => {
    await Promise.all([db.close(), sql.end({ timeout: 5 })])
    if (!keep) await root.unsafe(`drop database ${name} with (force)`)
    await root.end({ timeout: 5 })
    await server.stop()
  }
  return { url: url.toString(), db, sql, close }
}

async function findServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const url = env().REBOUND_TEST_DATABASE_URL
  if (url) return { url, stop: async () => {} }
  const { startTestServer } = await import('@/db/embedded/test-server')
  return startTestServer()
}

/** The workspace of this slug, made where it is not there yet, with the command line acting in it. */
export async function benchContext({ db, sql }: BenchDatabase, slug: string): Promise<Context> {
  const id = newId()
  await sql`
    insert into workspaces (id, slug, name, time_zone, created_at) values (${id}, ${slug}, ${slug}, 'Europe/Berlin', now())
    on conflict (slug) do nothing`
  const [workspace] = await sql<Context['workspace'][]>`
    select id, slug, name, time_zone as "timeZone" from workspaces where slug = ${slug}`
  return { db, sql, workspace: workspace!, now: new Date(), actor: { userId: COMMAND_LINE, role: 'admin' } }
}
