import { createHash, randomBytes } from 'node:crypto'
import { gzipSync, inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readChunks } from '@/db/queries/uploads/chunks'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { newId } from '@/lib/id'
import type { Deps } from '@/lib/jobs/imports/work'
import { sweepUploads } from '@/lib/jobs/sweep-uploads'
import { addMember, addWorkspace } from '@/lib/services/testing/people'
import { getImport } from '@/lib/services/imports/get-import'
import { previewImport } from '@/lib/services/imports/preview-import'
import { startDryRun } from '@/lib/services/imports/start-dry-run'
import {
  countsIn,
  csv,
  importAll,
  lines,
  openWorker,
  pieces,
  upload,
  work,
} from '@/lib/services/imports/testing/files'
import { value } from '@/lib/services/testing/value'
import { finishUpload } from './finish-upload'
import { MAX_UPLOAD_BYTES } from './limits'
import { receiveUpload } from './receive-upload'

const MB = 1024 * 1024
let database: TestDatabase
let deps: Deps

beforeAll(async () => {
  database = await createTestDatabase()
  deps = openWorker(database)
})
afterAll(async () => {
  await deps.sql.end({ timeout: 5 })
  await database.close()
})

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function leftOvers(workspaceId: string) {
  const [row] = await database.sql<{ uploads: number; chunks: number }[]>`
    select (select count(*)::int from uploads where workspace_id = ${workspaceId}) as uploads,
      (select count(*)::int from upload_chunks where workspace_id = ${workspaceId}) as chunks`
  return row!
}

describe('an upload', () => {
  test.each([0, 1, MB - 1, MB, MB + 1, 10 * MB - 1, 10 * MB + 1])(
    'of %i bytes is stored byte for byte',
    async (size) => {
      const ctx = await addWorkspace(database)
      const bytes = randomBytes(size)
      const input = { name: 'a.csv', body: pieces(bytes, 60_001), size, sha256: hashOf(bytes) }
      const { uploadId, importId } = value(await receiveUpload(ctx, input))
      expect(importId).not.toBeNull()
      const hash = createHash('sha256')
      for await (const chunk of readChunks(database.sql, { workspaceId: ctx.workspace.id, uploadId }, 0)) {
        hash.update(inflateRawSync(chunk))
      }
      expect(hash.digest('hex')).toBe(input.sha256)
    },
  )

  test.each([1, 50, 99])('that is cut at %i %% leaves nothing', async (percent) => {
    const ctx = await addWorkspace(database)
    const bytes = randomBytes(3 * MB)
    const cut = pieces(bytes.subarray(0, Math.floor((bytes.length * percent) / 100)))
    async function* broken() {
      yield* cut
      throw new Error('the connection was lost')
    }
    await expect(receiveUpload(ctx, { name: 'a.csv', body: broken() })).rejects.toThrow(/lost/)
    expect(await leftOvers(ctx.workspace.id)).toEqual({ uploads: 0, chunks: 0 })
    const short = pieces(bytes.subarray(0, 100))
    expect(await receiveUpload(ctx, { name: 'a.csv', body: short, size: bytes.length })).toMatchObject({
      error: { code: 'conflict' },
    })
    expect(await leftOvers(ctx.workspace.id)).toEqual({ uploads: 0, chunks: 0 })
  })

  test('waits for its hash, and is discarded where the hash is another', async () => {
    const ctx = await addWorkspace(database)
    const bytes = Buffer.from(csv(lines(0, 3)))
    const sent = value(await receiveUpload(ctx, { name: 'a.csv', body: pieces(bytes) }))
    expect(sent).toMatchObject({ importId: null, size: bytes.length, sha256: hashOf(bytes) })
    const wrong = { uploadId: sent.uploadId, size: bytes.length, sha256: hashOf(Buffer.from('other')) }
    expect(await finishUpload(ctx, wrong)).toMatchObject({ error: { code: 'conflict' } })
    expect(await leftOvers(ctx.workspace.id)).toEqual({ uploads: 0, chunks: 0 })
  })

  test('that is sent again after the answer was lost gives one file', async () => {
    const ctx = await addWorkspace(database)
    const bytes = Buffer.from(csv(lines(0, 3)))
    const retryKey = newId()
    const send = () =>
      receiveUpload(ctx, {
        name: 'a.csv',
        body: pieces(bytes),
        retryKey,
        sha256: hashOf(bytes),
        size: bytes.length,
      })
    const first = value(await send())
    const tries = await Promise.all([send(), send()])
    for (const each of tries) expect(value(each).importId).toBe(first.importId)
    expect((await leftOvers(ctx.workspace.id)).uploads).toBe(1)
  })

  test('above 1 GB is refused before a byte is read, and while it streams', async () => {
    const ctx = await addWorkspace(database)
    const read: number[] = []
    async function* body() {
      read.push(1)
      yield new Uint8Array(1)
    }
    const refused = await receiveUpload(ctx, { name: 'a.csv', body: body(), size: MAX_UPLOAD_BYTES + 1 })
    expect(refused).toMatchObject({ error: { code: 'too_large', message: expect.stringContaining('1 GB') } })
    expect(read).toEqual([])
    async function* endless() {
      for (;;) {
        read.push(1)
        yield randomBytes(MB / 4)
      }
    }
    const cut = await receiveUpload(ctx, { name: 'a.csv', body: endless() }, 3 * MB)
    expect(cut).toMatchObject({ error: { code: 'too_large', message: expect.stringContaining('1 GB') } })
    expect(read).toHaveLength(13)
    expect(await leftOvers(ctx.workspace.id)).toEqual({ uploads: 0, chunks: 0 })
  })

  test('by a viewer is refused, and what a dead process left is swept', async () => {
    const ctx = await addWorkspace(database)
    const viewer = await addMember(database, ctx, 'viewer')
    const refused = await receiveUpload(viewer, { name: 'a.csv', body: pieces(Buffer.from('x')) })
    expect(refused).toMatchObject({ error: { code: 'forbidden' } })
    const old = { ...ctx, now: new Date(Date.now() - 7 * 3_600_000) }
    value(await receiveUpload(old, { name: 'a.csv', body: pieces(Buffer.from('x')) }))
    await sweepUploads(database.sql)
    expect(await leftOvers(ctx.workspace.id)).toEqual({ uploads: 0, chunks: 0 })
  })
})

describe('a gzip file', () => {
  test('is imported as what is in it, in several members too', async () => {
    const ctx = await addWorkspace(database)
    const content = csv(lines(0, 30_000))
    const half = content.indexOf('\n', content.length / 2)
    const packed = Buffer.concat([gzipSync(content.slice(0, half)), gzipSync(content.slice(half))])
    const details = await importAll(deps, ctx, packed)
    expect(countsIn(details)).toMatchObject({ rows: 30_000, new: 30_000 })
  })

  test('that is cut off or a bomb fails with a reason', async () => {
    const ctx = await addWorkspace(database)
    const packed = gzipSync(csv(lines(0, 50_000)))
    const bomb = gzipSync(`email,reason\na@example.com,550 no\n${'x'.repeat(80 * MB)}`)
    for (const [bytes, why] of [
      [packed.subarray(0, packed.length - 2_000), /damaged or cut off/],
      [bomb, /far more than its size/],
    ] as const) {
      const importId = await upload(ctx, bytes)
      const preview = value(await previewImport(ctx, { importId }))
      expect(preview.unreadable).toBeNull()
      await database.sql`update imports set settings = jsonb_set(settings, '{fallbackDay}', '"2026-01-01"') where id = ${importId}`
      value(await startDryRun(ctx, { importId }))
      await work(deps, ctx, importId)
      const details = value(await getImport(ctx, { importId }))
      expect([details.state, details.failure]).toEqual(['failed', expect.stringMatching(why)])
    }
  })
})
