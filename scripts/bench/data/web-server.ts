import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import { sampleCsv } from '@/db/seed/sample-csv'
import { childEnv, env } from '@/lib/env'
import { newId } from '@/lib/id'
import type { Context } from '@/lib/services/context'
import { importFile } from '@/lib/services/imports/import-file'
import { buildIfChanged } from '../../start/build'
import { webMemory } from '../../start/memory'
import { benchContext, openBenchDatabase, type BenchDatabase } from './bench-database'

export interface BenchServer {
  origin: string
  /** The overview of a workspace with the sample quarter. */
  path: string
  cookie: { name: string; value: string }
  /** Processor time of the web process so far, in ms; 0 where the system does not tell. */
  cpu: () => number
  close: () => Promise<void>
}

const START_MS = 60_000

/** The web process of `npm start` on loopback, with the sample quarter in a database of its own. */
export async function startBenchServer({
  keep,
  build,
}: {
  keep: boolean
  build: boolean
}): Promise<BenchServer> {
  if (build) await buildIfChanged(env().REBOUND_DIST_DIR, new AbortController().signal, console.log)
  const database = await openBenchDatabase('rebound_bench_web', keep)
  const secret = randomBytes(32).toString('hex')
  const ctx = await benchContext(database, 'bench')
  await fill(database, ctx)
  const value = await encode({ token: { sid: await signedIn(database, ctx) }, secret })
  const port = await freePort()
  const web = await startWeb({ DATABASE_URL: database.url, REBOUND_SECRET: secret, PORT: String(port) })
  const close = async () => {
    web.kill('SIGTERM')
    if (web.exitCode === null) await once(web, 'exit')
    await database.close()
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    path: `/w/${ctx.workspace.slug}`,
    cookie: { name: 'rebound.session', value },
    cpu: () => cpuOf(web.pid!),
    close,
  }
}

async function fill({ sql, url }: BenchDatabase, ctx: Context): Promise<void> {
  const [filled] = await sql`select 1 from bounces where workspace_id = ${ctx.workspace.id} limit 1`
  if (filled) return
  const folder = await mkdtemp(join(tmpdir(), 'rebound-bench-'))
  const path = join(folder, 'sample.csv')
  await writeFile(path, sampleCsv(ctx.now, ctx.workspace.timeZone))
  const result = await importFile(ctx, { path, databaseUrl: url })
  await rm(folder, { recursive: true })
  if (!result.ok) throw new Error(result.error.message)
}

/** A viewer of the workspace with an open session; gives the session. */
async function signedIn({ sql }: BenchDatabase, { workspace }: Context): Promise<string> {
  const [user, session] = [newId(), randomUUID()]
  await sql`insert into users (id, email, name, password_hash, created_at)
    values (${user}, ${`${user}@example.com`}, 'Viewer', '', now())`
  await sql`insert into members (workspace_id, user_id, role, created_at)
    values (${workspace.id}, ${user}, 'viewer', now())`
  await sql`insert into sessions (id, user_id, device, created_at, last_seen_at, expires_at)
    values (${session}, ${user}, 'Bench', now(), now(), now() + interval '1 day')`
  return session
}

async function startWeb(settings: Record<string, string>): Promise<ChildProcess> {
  const web = spawn(process.execPath, ['scripts/start/web.mjs'], {
    env: childEnv({
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      REBOUND_URL: '',
      ...webMemory(process.env),
      ...settings,
    }),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(web, 'message', { signal: AbortSignal.timeout(START_MS) })
  return web
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** Ticks of user and system time in /proc are hundredths of a second. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}
