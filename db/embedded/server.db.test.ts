import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAlive } from '@/db/embedded/postmaster'
import { startEmbedded, type EmbeddedServer } from '@/db/embedded/server'
import { measureMachine, testSettings } from '@/db/embedded/settings'

let parent: string
let folder: string
const servers: EmbeddedServer[] = []

beforeEach(async () => {
  // A home that only its owner may enter, as root's is.
  parent = await mkdtemp(join(tmpdir(), 'rebound-home-'))
  folder = join(parent, 'data')
  await mkdir(folder)
})

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  await rm(parent, { recursive: true, force: true })
})

async function start(password = 'pass'): Promise<EmbeddedServer> {
  // Durable, unlike other tests' servers: the test kills it.
  const settings = {
    ...testSettings(measureMachine(folder)),
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
  }
  const server = await startEmbedded({ folder, password, settings })
  servers.push(server)
  return server
}

async function run<T>(server: EmbeddedServer, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server.url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

describe('startEmbedded', () => {
  it('runs PostgreSQL 18 below a folder closed to others, on loopback, with Unicode and checksums', async () => {
    const server = await start()
    const [row] = await run(
      server,
      (sql) => sql`select current_setting('server_version_num')::int as version, lower('ÄÉ') as lower,
        current_setting('listen_addresses') as listens, current_setting('data_checksums') as checksums`,
    )
    expect(row).toMatchObject({ lower: 'äé', listens: '127.0.0.1', checksums: 'on' })
    expect(row?.version).toBeGreaterThanOrEqual(180000)
    expect((await stat(join(folder, 'postgres'))).mode & 0o077).toBe(0)
  })

  it('adopts the server that an ended process left running', async () => {
    const first = await start()
    const second = await start()
    expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port })
  })

  it('keeps what was committed when the server is killed', async () => {
    const first = await start()
    await run(first, (sql) => sql`create table kept as select 42 as n`)
    process.kill(first.pid, 'SIGKILL')
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await run(second, (sql) => sql`select n from kept`)).toMatchObject([{ n: 42 }])
  })

  it('starts over the file of a server that is gone, though its process id lives on in another program', async () => {
    const first = await start()
    await first.stop()
    const lock = `${process.pid}\n${folder}/postgres\n1\n${first.port}\n\n127.0.0.1\n\nready\n`
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), lock)
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(second.isRunning()).toBe(true)
  })

  it('says so when the password is not the one the cluster was made with', async () => {
    await start()
    await expect(start('another')).rejects.toThrow(/another password than secrets\.json/)
  })

  it('stops within the promised time and leaves no process', async () => {
    const server = await start()
    const before = Date.now()
    await server.stop()
    expect(isAlive(server.pid)).toBe(false)
    expect(Date.now() - before).toBeLessThan(10_000)
  })
})
