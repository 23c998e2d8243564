import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { startWorker } from '@/lib/jobs/worker'
import type { Context } from '@/lib/services/context'
import { addWorkspace } from '@/lib/services/testing/people'
import { updateWorkspace } from '@/lib/services/workspaces/update-workspace'
import { value } from '@/lib/services/testing/value'
import { followImport } from './follow-import'
import { getImport } from './get-import'
import { startDryRun } from './start-dry-run'
import { startImport } from './start-import'
import { countsIn, csv, lines, upload } from './testing/files'
import { rollups } from './testing/recount'

let database: TestDatabase
let worker: Awaited<ReturnType<typeof startWorker>>

beforeAll(async () => {
  database = await createTestDatabase()
  worker = await startWorker({ databaseUrl: database.url })
})
afterAll(async () => {
  await worker.stop()
  await database.close()
})

/** Follows an import by its event stream, as a page does, until it is in this state. */
async function follow(ctx: Context, importId: string, state: string): Promise<string[]> {
  const stop = new AbortController()
  const told: string[] = []
  for await (const event of value(await followImport(ctx, { importId, signal: stop.signal }))) {
    const data = /^data: (.*)$/m.exec(event)?.[1]
    if (!data) continue
    const { state: now } = JSON.parse(data) as { state: string }
    told.push(now)
    if (now === state || now === 'failed') stop.abort()
  }
  return told
}

test('a worker takes what waits, tells its progress, and stops when it is told', async () => {
  const ctx = await addWorkspace(database)
  const importId = await upload(ctx, csv(lines(0, 2_000)))
  value(await startDryRun(ctx, { importId }))
  expect((await follow(ctx, importId, 'staged')).at(-1)).toBe('staged')
  value(await startImport(ctx, { importId }))
  expect((await follow(ctx, importId, 'imported')).at(-1)).toBe('imported')
  expect(countsIn(value(await getImport(ctx, { importId }))).new).toBe(2_000)
})

test('a poison file fails after three tries with a reason, while others finish', async () => {
  const ctx = await addWorkspace(database)
  const poison = await upload(ctx, csv(lines(0, 50)))
  await database.sql`update upload_chunks set bytes = '\\x00ff00ff'::bytea where workspace_id = ${ctx.workspace.id}`
  const good: string[] = []
  for (let i = 0; i < 5; i++) good.push(await upload(ctx, csv(lines(i * 100, i * 100 + 100))))
  for (const importId of [poison, ...good]) value(await startDryRun(ctx, { importId, auto: true }))
  for (const importId of good) expect((await follow(ctx, importId, 'imported')).at(-1)).toBe('imported')
  expect((await follow(ctx, poison, 'failed')).at(-1)).toBe('failed')
  const details = value(await getImport(ctx, { importId: poison }))
  expect(details.failure).toMatch(/three times/)
  expect(details.can).toMatchObject({ retry: true, undo: false, cancel: true })
})

test('a new time zone moves every count to its day there', async () => {
  const ctx = await addWorkspace(database)
  const importId = await upload(ctx, csv(lines(0, 300)))
  value(await startDryRun(ctx, { importId, auto: true }))
  await follow(ctx, importId, 'imported')
  const before = await rollups(database.sql, ctx.workspace.id)
  value(await updateWorkspace(ctx, { name: ctx.workspace.name, timeZone: 'Pacific/Auckland' }))
  const after = await rollups(database.sql, ctx.workspace.id)
  expect(after.held).toEqual(after.recounted)
  expect(after.held).not.toEqual(before.held)
})
