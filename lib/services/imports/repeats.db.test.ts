import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { runImport } from '@/lib/jobs/imports/run-import'
import { seenSoFar } from '@/lib/jobs/imports/seen-so-far'
import type { Deps } from '@/lib/jobs/imports/work'
import type { Context } from '@/lib/services/context'
import { addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { getImport } from './get-import'
import { startDryRun } from './start-dry-run'
import { countsIn, csv, importAll, line, lines, openWorker, upload, work } from './testing/files'
import { rollups, storedBounces } from './testing/recount'

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

async function expectExact(ctx: Context): Promise<void> {
  const { held, recounted } = await rollups(database.sql, ctx.workspace.id)
  expect(held).toEqual(recounted)
}

test('among more stored bounces of its time than are looked through, an import finds those it knows', async () => {
  const ctx = await addWorkspace(database)
  await importAll(deps, ctx, csv(lines(0, 6_000)))
  const counts = countsIn(await importAll(deps, ctx, csv(lines(4_000, 7_000))))
  expect(counts).toMatchObject({ rows: 3_000, new: 1_000, known: 2_000 })
  await expectExact(ctx)
}, 60_000)

test('equal rows are numbered the same when another process reads on', async () => {
  const long = 'the mailbox of this recipient is full '.repeat(130)
  const rows = Array.from({ length: 1_000 }, (_, n) => ({ ...line(n), diagnostic: `552 5.2.2 ${n} ${long}` }))
  const content = csv([...rows, ...rows])
  const oracle = await addWorkspace(database)
  await importAll(deps, oracle, content)
  const ctx = await addWorkspace(database)
  const importId = await upload(ctx, content)
  value(await startDryRun(ctx, { importId, auto: true }))
  let committed = 0
  const fault = (point: string) => {
    if (point === 'reading committed' && ++committed === 1) throw new Error('killed')
  }
  await runImport({ ...deps, fault }, { workspaceId: ctx.workspace.id, importId })
  expect(committed).toBe(1)
  for (let other = 0; other < 4; other++) seenSoFar(`another file ${other}`, 0)
  await work(deps, ctx, importId)
  expect(countsIn(value(await getImport(ctx, { importId })))).toMatchObject({ rows: 2_000, new: 2_000 })
  const workspaces = [oracle, ctx].map((each) => storedBounces(database.sql, each.workspace.id))
  const [whole, readOn] = await Promise.all(workspaces)
  expect(readOn).toEqual(whole)
  await expectExact(ctx)
}, 240_000)
