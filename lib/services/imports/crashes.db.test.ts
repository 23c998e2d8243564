import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { childEnv } from '@/lib/env'
import { countsAddUp } from '@/lib/ingest/counts'
import { LEASE_SECONDS } from '@/lib/jobs/imports/lease'
import { runImport } from '@/lib/jobs/imports/run-import'
import type { Deps } from '@/lib/jobs/imports/work'
import type { Context } from '@/lib/services/context'
import { addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { getImport } from './get-import'
import { startDryRun } from './start-dry-run'
import { countsIn, csv, importAll, lines, openWorker, upload, work } from './testing/files'
import { rollups, storedBounces } from './testing/recount'
import { undoImport } from './undo-import'

let database: TestDatabase
let deps: Deps

beforeAll(async () => {
  database = await createTestDatabase()
  deps = openWorker(database)
})
afterAll(async () => {
  children.forEach((child) => child.kill('SIGKILL'))
  await deps.sql.end({ timeout: 5 })
  await database.close()
})

class Killed extends Error {}

/** Works until the `k`-th point at which a process can die, and dies there; gives false where it never came that far. */
async function dieAt(k: number, ctx: Context, importId: string): Promise<boolean> {
  let [point, died] = [0, false]
  const fault = () => {
    point++
    if (point !== k) return
    died = true
    throw new Killed()
  }
  await runImport({ ...deps, fault }, { workspaceId: ctx.workspace.id, importId })
  return died
}

async function expectExact(ctx: Context): Promise<void> {
  const { held, recounted } = await rollups(database.sql, ctx.workspace.id)
  expect(held).toEqual(recounted)
}

const OVERLAP = csv(lines(60, 160))
const CONTENT = `${csv(lines(0, 100))}nobody,550 no,,,2026-01-05T00:00:00Z\n`

describe('a worker that dies at any point', () => {
  test('of an import loses nothing and doubles nothing', async () => {
    const oracle = await addWorkspace(database)
    await importAll(deps, oracle, OVERLAP)
    const expected = countsIn(await importAll(deps, oracle, CONTENT))
    const stored = await storedBounces(database.sql, oracle.workspace.id)
    let points = 0
    for (let died = true; died;) {
      const ctx = await addWorkspace(database)
      await importAll(deps, ctx, OVERLAP)
      const importId = await upload(ctx, CONTENT)
      value(await startDryRun(ctx, { importId, auto: true }))
      died = await dieAt(++points, ctx, importId)
      await work(deps, ctx, importId)
      const details = value(await getImport(ctx, { importId }))
      expect([points, details.state]).toEqual([points, 'imported'])
      const { byAccount: _, ...counts } = countsIn(details)
      expect(countsAddUp(countsIn(details))).toBe(true)
      expect(expected).toMatchObject(counts)
      expect(await storedBounces(database.sql, ctx.workspace.id)).toEqual(stored)
      expect(details.rejects).toBe(1)
      await expectExact(ctx)
    }
    expect(points).toBeGreaterThan(10)
  })

  test('of an undo takes back exactly what was imported', async () => {
    const oracle = await addWorkspace(database)
    await importAll(deps, oracle, OVERLAP)
    const left = await storedBounces(database.sql, oracle.workspace.id)
    let points = 0
    for (let died = true; died;) {
      const ctx = await addWorkspace(database)
      const { id } = await importAll(deps, ctx, CONTENT)
      await importAll(deps, ctx, OVERLAP)
      value(await undoImport(ctx, { importId: id }))
      died = await dieAt(++points, ctx, id)
      await work(deps, ctx, id)
      expect([points, value(await getImport(ctx, { importId: id })).state]).toEqual([points, 'undone'])
      expect(await storedBounces(database.sql, ctx.workspace.id)).toEqual(left)
      await expectExact(ctx)
    }
    expect(points).toBeGreaterThan(6)
  })
})

test('a stage that went with a crash of the database is made again', async () => {
  const ctx = await addWorkspace(database)
  const importId = await upload(ctx, csv(lines(0, 500)))
  value(await startDryRun(ctx, { importId, auto: true }))
  let lost = false
  const fault = async (point: string) => {
    if (point !== 'lanes opened' || lost) return
    lost = true
    // What recovery does to unlogged tables.
    await database.sql`truncate import_stages`
    await database.sql.unsafe(`truncate import_stage_${importId.replaceAll('-', '')}`)
  }
  // The round at hand holds the stage: it is lost for the next one.
  await work(
    { ...deps, fault: (point) => (point === 'reading committed' ? fault('lanes opened') : undefined) },
    ctx,
    importId,
  )
  expect(lost).toBe(true)
  expect(countsIn(value(await getImport(ctx, { importId }))).new).toBe(500)
  await expectExact(ctx)
})

test('a stale worker writes nothing', async () => {
  const ctx = await addWorkspace(database)
  const importId = await upload(ctx, csv(lines(0, 200)))
  value(await startDryRun(ctx, { importId, auto: true }))
  let overtaken = false
  const fault = async (point: string) => {
    if (point !== 'batch copied' || overtaken) return
    overtaken = true
    await database.sql`update imports set fence = fence + 1, lease_until = null where id = ${importId}`
  }
  await runImport({ ...deps, fault }, { workspaceId: ctx.workspace.id, importId })
  expect(await storedBounces(database.sql, ctx.workspace.id)).toEqual([])
  await work(deps, ctx, importId)
  expect(countsIn(value(await getImport(ctx, { importId }))).new).toBe(200)
  await expectExact(ctx)
})

test('a step that takes longer than the lease keeps the import', async () => {
  const ctx = await addWorkspace(database)
  const importId = await upload(ctx, csv(lines(0, 200)))
  value(await startDryRun(ctx, { importId, auto: true }))
  const left = async () => {
    const [lease] = await database.sql`
      select extract(epoch from lease_until - now())::float8 as seconds from imports where id = ${importId}`
    return lease!.seconds as number
  }
  let prolonged = false
  const fault = async (point: string) => {
    if (point !== 'batch copied' || prolonged) return
    await database.sql`update imports set lease_until = now() + interval '1 second' where id = ${importId}`
    await expect.poll(left, { timeout: LEASE_SECONDS * 1000 }).toBeGreaterThan(1)
    prolonged = true
  }
  await work({ ...deps, fault }, ctx, importId)
  expect(prolonged).toBe(true)
  expect(countsIn(value(await getImport(ctx, { importId }))).new).toBe(200)
})

test('a worker that dies in every round, once a lane has committed, gets to the end', async () => {
  const ctx = await addWorkspace(database)
  const importId = await upload(ctx, csv(lines(0, 9_000)))
  value(await startDryRun(ctx, { importId, auto: true }))
  let deaths = 0
  const fault = (point: string) => {
    if (point !== 'lane committed') return
    deaths++
    throw new Killed()
  }
  for (let tries = 0; tries < 8; tries++) {
    await runImport({ ...deps, fault }, { workspaceId: ctx.workspace.id, importId })
  }
  await work(deps, ctx, importId)
  expect(deaths).toBeGreaterThan(2)
  const details = value(await getImport(ctx, { importId }))
  expect(details.state).toBe('imported')
  expect(countsIn(details).new).toBe(9_000)
  await expectExact(ctx)
}, 120_000)

const children: ChildProcess[] = []

async function openProcess(): Promise<ChildProcess> {
  const path = fileURLToPath(new URL('../../jobs/testing/worker-process.ts', import.meta.url))
  const env = childEnv({ DATABASE_URL: database.url, REBOUND_LOG_LEVEL: 'silent' })
  const child = fork(path, {
    execArgv: ['--import', 'tsx'],
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  children.push(child)
  await once(child, 'message')
  return child
}

test('kill -9 of a worker process in the middle of an import in two lanes: the next one goes on', async () => {
  const ctx = await addWorkspace(database)
  const importId = await upload(ctx, csv(lines(0, 60_000)))
  value(await startDryRun(ctx, { importId, auto: true }))
  const reached = async (state: string, rows: number) => {
    const details = value(await getImport(ctx, { importId }))
    return details.state === state && (rows === 0 || (details.progress?.rows ?? 0) >= rows)
  }
  for (const [state, rows] of [
    ['staging', 1],
    ['importing', 1],
  ] as const) {
    const child = await openProcess()
    await expect.poll(() => reached(state, rows), { timeout: 150_000, interval: 20 }).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const [lease] = await database.sql`
      select coalesce(extract(epoch from lease_until - now()), 0)::float8 as seconds from imports where id = ${importId}`
    expect(lease!.seconds).toBeLessThanOrEqual(LEASE_SECONDS)
    // In place of waiting for the lease to run out.
    await database.sql`update imports set lease_until = now() where id = ${importId}`
  }
  await openProcess()
  await expect.poll(() => reached('imported', 0), { timeout: 180_000, interval: 200 }).toBe(true)
  expect(countsIn(value(await getImport(ctx, { importId })))).toMatchObject({ rows: 60_000, new: 60_000 })
  await expectExact(ctx)
}, 500_000)
