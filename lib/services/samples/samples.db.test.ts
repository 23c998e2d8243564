import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleImport } from '@/db/queries/samples/sample-import'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { SAMPLE_SIZE } from '@/db/seed/sample-rows'
import { countsAddUp, total } from '@/lib/ingest/counts'
import type { Deps } from '@/lib/jobs/imports/work'
import type { Context } from '@/lib/services/context'
import { getImport } from '@/lib/services/imports/get-import'
import { countsIn, csv, importAll, lines, openWorker, work } from '@/lib/services/imports/testing/files'
import { rollups, storedBounces } from '@/lib/services/imports/testing/recount'
import { addMember, addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { loadSamples } from './load-samples'
import { removeSamples } from './remove-samples'

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

async function load(ctx: Context, size?: number): Promise<string> {
  const { importId } = value(await loadSamples(ctx, size))
  await work(deps, ctx, importId)
  return importId
}

describe('sample data', () => {
  test('comes in through the real import, whole, and adds up', async () => {
    const ctx = await addWorkspace(database)
    const importId = await load(ctx)
    const details = value(await getImport(ctx, { importId }))
    expect(details).toMatchObject({ state: 'imported', origin: 'sample' })
    const counts = countsIn(details)
    expect(counts).toMatchObject({ rows: SAMPLE_SIZE, new: SAMPLE_SIZE, known: 0, skipped: {}, rejected: {} })
    expect(countsAddUp(counts)).toBe(true)
    expect(total(counts.byCategory)).toBe(SAMPLE_SIZE)
    expect(Object.keys(counts.byCategory)).toHaveLength(16)
    expect(counts.byAccount).toHaveLength(12)
    const { held, recounted } = await rollups(database.sql, ctx.workspace.id)
    expect(held).toEqual(recounted)
  })

  test('goes away whole and leaves what is real', async () => {
    const ctx = await addWorkspace(database)
    await importAll(deps, ctx, csv(lines(0, 50)))
    const real = await storedBounces(database.sql, ctx.workspace.id)
    const importId = await load(ctx, 700)
    expect(await storedBounces(database.sql, ctx.workspace.id)).toHaveLength(750)
    expect(await sampleImport(database.sql, ctx.workspace.id)).toEqual({ id: importId, state: 'imported' })

    expect(value(await removeSamples(ctx))).toEqual({ importId })
    await work(deps, ctx, importId)
    expect(await storedBounces(database.sql, ctx.workspace.id)).toEqual(real)
    expect(await sampleImport(database.sql, ctx.workspace.id)).toBeNull()
    const { held, recounted } = await rollups(database.sql, ctx.workspace.id)
    expect(held).toEqual(recounted)
  })

  test('is there once, can be taken out on its way in, and loaded again', async () => {
    const ctx = await addWorkspace(database)
    value(await loadSamples(ctx, 600))
    expect(await loadSamples(ctx, 600)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    value(await removeSamples(ctx))
    expect(await removeSamples(ctx)).toMatchObject({ ok: false, error: { code: 'not_found' } })
    await load(ctx, 600)
    expect(await storedBounces(database.sql, ctx.workspace.id)).toHaveLength(600)
  })

  test('stays marked where loading broke off in the middle, and goes away all the same', async () => {
    const ctx = await addWorkspace(database)
    const importId = await load(ctx, 600)
    await ctx.sql`update imports set state = 'failed' where workspace_id = ${ctx.workspace.id} and id = ${importId}`
    expect(await sampleImport(ctx.sql, ctx.workspace.id)).toEqual({ id: importId, state: 'failed' })
    expect(await loadSamples(ctx, 600)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    value(await removeSamples(ctx))
    await work(deps, ctx, importId)
    expect(await storedBounces(ctx.sql, ctx.workspace.id)).toEqual([])
    expect(await sampleImport(ctx.sql, ctx.workspace.id)).toBeNull()
  })

  test('is for admins only, and stays in its workspace', async () => {
    const ctx = await addWorkspace(database)
    const operator = await addMember(database, ctx, 'operator')
    expect(await loadSamples(operator)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await removeSamples(operator)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    await load(ctx, 600)
    const other = await addWorkspace(database)
    expect(await sampleImport(database.sql, other.workspace.id)).toBeNull()
    expect(await storedBounces(database.sql, other.workspace.id)).toEqual([])
  })
})
