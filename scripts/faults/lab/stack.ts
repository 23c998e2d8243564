import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import type { Sql } from 'postgres'
import { openDb, openSql } from '@/db/client'
import { openDataFolder } from '@/db/embedded/data-folder'
import { addOperator, addOwnWorkspace } from '@/e2e/own-people'
import { startOwnStack, type OwnStack } from '@/e2e/own-stack'
import type { Context } from '@/lib/services/context'
import { childOf } from './processes'
import { send } from './send'

/** A whole `npm start` under experiment, and somebody signed in who works in a workspace of it. */
export interface Lab {
  stack: OwnStack
  sql: Sql
  ctx: Context
  cookie: string
  /** Where the experiment may put files; goes with everything else at `close`. */
  folder: string
  /** The running process of that name, or null. */
  pidOf: (name: 'web' | 'worker') => number | null
  /** One more person with a session of their own. */
  signIn: () => Promise<string>
  /** Sends a file as a browser does; gives the id of its import. */
  upload: (path: string) => Promise<string>
  uploadText: (name: string, text: string) => Promise<string>
  /** Starts on the same data again, after the stack was stopped. */
  startAgain: () => Promise<void>
  close: () => Promise<void>
}

/** Starts the production build, on a data folder of its own in the system's folder for temporary files. */
export async function openLab(settings: Record<string, string> = {}): Promise<Lab> {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-faults-'))
  const first = await start(folder, settings)
  const { id, slug } = await addOwnWorkspace(first.sql)
  const { user, cookie } = await addOperator(first.sql, first.secret, id)
  const workspace = { id, slug, name: 'Own', timeZone: 'UTC' }
  const contextOf = ({ sql, db }: Started): Context => {
    return { db, sql, actor: { userId: user, role: 'operator' }, workspace, now: new Date() }
  }
  let open = first
  const lab: Lab = {
    stack: first.stack,
    sql: first.sql,
    ctx: contextOf(first),
    cookie,
    folder,
    pidOf: (name) => childOf(lab.stack.process.pid!, `/${name}.mjs`),
    signIn: async () => (await addOperator(lab.sql, first.secret, id)).cookie,
    upload: (path) => upload(lab, basename(path), () => createReadStream(path)),
    uploadText: (name, text) => upload(lab, name, () => Readable.from([Buffer.from(text)])),
    startAgain: async () => {
      await open.disconnect()
      open = await start(folder, settings)
      Object.assign(lab, { stack: open.stack, sql: open.sql, ctx: contextOf(open) })
    },
    close: async () => {
      await open.disconnect()
      await open.stack.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return lab
}

type Started = Awaited<ReturnType<typeof start>>

async function start(folder: string, settings: Record<string, string>) {
  const data = join(folder, 'data')
  const stack = await startOwnStack(settings, data)
  const { server, secrets } = await openDataFolder(data)
  const sql = openSql(server.url, 4)
  const db = openDb(server.url, 2)
  const disconnect = async () => void (await Promise.all([sql.end({ timeout: 1 }), db.destroy()]))
  return { stack, sql, db, secret: secrets.secret, disconnect }
}

async function upload(lab: Lab, name: string, read: () => Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of read()) hash.update(piece as Buffer)
  await lab.sql`delete from limits where key = ${`upload:${lab.ctx.actor.userId}`}`
  const { status, body } = await send(lab, { name, sha256: hash.digest('hex') }, read())
  if (status !== 200) throw new Error(`The upload was answered ${status}: ${body}`)
  return (JSON.parse(body) as { importId: string }).importId
}
