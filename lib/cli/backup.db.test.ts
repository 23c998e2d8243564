import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { tablesToKeep } from '@/db/backup/tables'
import { writeBackup } from '@/db/backup/write'
import { openSql } from '@/db/client'
import { migrate } from '@/db/migrate'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { createEmpty, dropDatabase } from '@/db/testing/server'
import { childEnv } from '@/lib/env'
import { importFile } from '@/lib/services/imports/import-file'
import { csv, lines, pieces } from '@/lib/services/imports/testing/files'
import { receiveUpload } from '@/lib/services/uploads/receive-upload'
import { addMember, addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { rebound } from './testing/program'

let test: TestDatabase
let folder: string
let backup: string
let made: Awaited<ReturnType<typeof run>>

const run = (url: string, ...args: string[]) => rebound(args, { env: childEnv({ DATABASE_URL: url }) })

beforeAll(async () => {
  test = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'rebound-backup-'))
  for (const name of ['one', 'two']) {
    const ctx = await addWorkspace(test)
    await addMember(test, ctx, 'viewer')
    const path = join(folder, `${name}.csv`)
    await writeFile(path, csv(lines(0, 300)))
    value(await importFile(ctx, { path, databaseUrl: test.url }))
    value(await receiveUpload(ctx, { name: `${name}.bin`, body: pieces(randomBytes(300_000)) }))
  }
  backup = join(folder, 'backup.rebound')
  made = await run(test.url, 'backup', backup)
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await test.close()
})

/** Gives `work` an empty database of the newest schema. */
async function inEmpty(work: (url: string) => Promise<void>): Promise<void> {
  const { url: server } = inject('testServer')
  const { name, url } = await createEmpty(server)
  try {
    await migrate(url)
    await work(url)
  } finally {
    await dropDatabase(server, name)
  }
}

/** Every row of every table a backup holds, as text. */
async function everything(url: string): Promise<Record<string, string[]>> {
  const sql = openSql(url, 1)
  const all: Record<string, string[]> = {}
  for (const { name } of await tablesToKeep(sql)) {
    const rows = await sql.unsafe<{ row: string }[]>(`select t::text as row from "${name}" t order by 1`)
    all[name] = rows.map(({ row }) => row)
  }
  await sql.end()
  return all
}

/** The backup with its unpacked bytes changed. */
async function changed(name: string, change: (bytes: Buffer) => Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, gzipSync(change(gunzipSync(await readFile(backup)))))
  return path
}

describe('backup and restore', () => {
  it('give back every row, and a database that adds up', () =>
    inEmpty(async (url) => {
      expect(made).toMatchObject({ code: 0, err: '' })
      const restored = await run(url, 'restore', backup)
      expect(restored).toMatchObject({ code: 0, err: '' })
      expect(restored.out.match(/: exact/g)).toHaveLength(2)
      const [before, after] = [await everything(test.url), await everything(url)]
      expect(after).toEqual(before)
      expect(before.bounces!.length).toBeGreaterThan(500)
      expect(before.upload_chunks!.length).toBeGreaterThan(0)
    }))

  it('write a file that only its owner reads, and leave no other', async () => {
    expect((await stat(backup)).mode & 0o777).toBe(0o600)
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(await run(test.url, 'backup', join(folder, 'nowhere', 'b'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('can’t be written'),
    })
  })

  it('refuse a database that is not empty', async () => {
    const before = await everything(test.url)
    const refused = await run(test.url, 'restore', backup)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('not empty') })
    expect(await everything(test.url)).toEqual(before)
  })

  it('refuse another version of the schema, and whatever is damaged, and leave nothing behind', () =>
    inEmpty(async (url) => {
      const bytes = gunzipSync(await readFile(backup))
      const [hash] = /[0-9a-f]{64}/.exec(bytes.toString('latin1', 0, 400))!
      const at = bytes.indexOf('northlight') >= 0 ? bytes.indexOf('northlight') : bytes.indexOf('@')
      const cases: [string, string, RegExp][] = [
        [
          'other version',
          await changed('version', (all) =>
            Buffer.from(all.toString('latin1').replace(hash, '0'.repeat(64)), 'latin1'),
          ),
          /another version of Rebound/,
        ],
        [
          'one byte',
          await changed('byte', (all) => {
            all[at] = all[at]! ^ 1
            return all
          }),
          /damaged/,
        ],
        ['cut', await changed('cut', (all) => all.subarray(0, all.length - 5)), /cut off/],
        ['cut at its end', await changed('end', (all) => all.subarray(0, lastFrame(all))), /cut off/],
        ['no backup', join(folder, 'one.csv'), /not a backup/],
        ['nothing', join(folder, 'nothing'), /can’t be read/],
      ]
      for (const [what, path, why] of cases) {
        expect(await run(url, 'restore', path), what).toMatchObject({
          code: 1,
          err: expect.stringMatching(why),
        })
      }
      expect(Object.values(await everything(url)).flat()).toEqual([])
    }))

  it('hold one moment, whatever is written meanwhile', async () => {
    const { sql } = test
    let written = false
    const manifest = await writeBackup(sql, { now: new Date() }, async () => {
      if (written) return
      written = true
      await addWorkspace(test)
    })
    const count = (name: string) => manifest.tables.find((table) => table.name === name)?.rows
    expect(count('workspaces')).toBe(2)
    expect(await sql`select 1 from workspaces`).toHaveLength(3)
  })
})

/** Where the manifest, the last frame, begins. */
function lastFrame(all: Buffer): number {
  return all.lastIndexOf('{"tables":') - 5
}
