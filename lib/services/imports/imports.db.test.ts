import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { countsAddUp, total } from '@/lib/ingest/counts'
import type { Deps } from '@/lib/jobs/imports/work'
import { addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { cancelImport } from './cancel-import'
import { getImport } from './get-import'
import { previewImport } from './preview-import'
import { startDryRun } from './start-dry-run'
import { startImport } from './start-import'
import { countsIn, csv, importAll, line, lines, openWorker, upload, work } from './testing/files'
import { rollups, storedBounces } from './testing/recount'
import { undoImport } from './undo-import'

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

async function expectExact(workspaceId: string): Promise<void> {
  const { held, recounted } = await rollups(database.sql, workspaceId)
  expect(held).toEqual(recounted)
}

describe('an import', () => {
  test('shows the first rows, counts before it stores, and stores exactly that', async () => {
    const ctx = await addWorkspace(database)
    const content = `${csv(lines(0, 400))}not an address,550 no,,,2026-01-05T00:00:00Z\n`
    const importId = await upload(ctx, content)
    const preview = value(await previewImport(ctx, { importId }))
    expect(preview.unreadable).toBeNull()
    expect(preview.rows).toHaveLength(20)
    expect(preview.rows[0]).toMatchObject({
      result: 'new',
      recipient: 'person0@gmail.com',
      category: 'invalid_recipient',
      account: 'sender0@acme.example',
    })
    value(await startDryRun(ctx, { importId }))
    await work(deps, ctx, importId)
    const staged = value(await getImport(ctx, { importId }))
    expect(staged.state).toBe('staged')
    const planned = countsIn(staged)
    expect(countsAddUp(planned)).toBe(true)
    expect(planned).toMatchObject({ rows: 401, new: 400, known: 0, rejected: { bad_address: 1 } })
    expect(await storedBounces(database.sql, ctx.workspace.id)).toEqual([])

    value(await startImport(ctx, { importId }))
    await work(deps, ctx, importId)
    const done = value(await getImport(ctx, { importId }))
    expect(done.state).toBe('imported')
    expect(countsIn(done)).toEqual(planned)
    expect(await storedBounces(database.sql, ctx.workspace.id)).toHaveLength(400)
    await expectExact(ctx.workspace.id)
    expect(total(planned.byCategory)).toBe(400)
    const [left] = await database.sql`select count(*)::int as n from upload_chunks`
    expect(left!.n).toBe(0)
  })

  test('says that its check is out of date once another import ended', async () => {
    const ctx = await addWorkspace(database)
    const [first, second] = [await upload(ctx, csv(lines(0, 5))), await upload(ctx, csv(lines(0, 6)))]
    for (const importId of [first, second]) {
      value(await startDryRun(ctx, { importId }))
      await work(deps, ctx, importId)
    }
    expect(value(await getImport(ctx, { importId: second })).outdated).toBe(false)
    value(await startImport(ctx, { importId: first }))
    await work(deps, ctx, first)
    expect(value(await getImport(ctx, { importId: second })).outdated).toBe(true)
    value(await startImport(ctx, { importId: second }))
    await work(deps, ctx, second)
    expect(countsIn(value(await getImport(ctx, { importId: second })))).toMatchObject({ new: 1, known: 5 })
  })

  test('shows whom a row that is left out concerns, and its words', async () => {
    const ctx = await addWorkspace(database)
    const away = 'Automatic reply: I am out of office until Monday'
    const content = `${csv(lines(0, 1))}away@harbour.example,${away},,,2026-01-05T00:00:00Z\n`
    const { rows } = value(await previewImport(ctx, { importId: await upload(ctx, content) }))
    const left = {
      result: 'skipped',
      line: 3,
      why: 'auto_reply',
      recipient: 'away@harbour.example',
      diagnostic: away,
    }
    expect(rows[1]).toEqual(left)
  })

  test('counts k equal lines k times, in every step size', async () => {
    const ctx = await addWorkspace(database)
    const equal = Array.from({ length: 25_000 }, () => line(1))
    const details = await importAll(deps, ctx, csv([...equal, line(2), line(2), line(3)]))
    expect(countsIn(details)).toMatchObject({ rows: 25_003, new: 25_003, known: 0 })
    const again = await importAll(deps, ctx, csv([line(2), line(2), line(2), line(3)]))
    expect(countsIn(again)).toMatchObject({ rows: 4, new: 1, known: 3 })
    await expectExact(ctx.workspace.id)
  })

  test('of the same file changes nothing, in other line ends too', async () => {
    const ctx = await addWorkspace(database)
    const content = csv(lines(0, 300))
    await importAll(deps, ctx, content)
    const before = await storedBounces(database.sql, ctx.workspace.id)
    for (const same of [
      content,
      `\ufeff${content.replaceAll('\n', '\r\n')}`,
      csv(lines(0, 300).toReversed()),
    ]) {
      const details = await importAll(deps, ctx, same)
      expect(details.state).toBe('imported')
      expect(countsIn(details)).toMatchObject({ rows: 300, new: 0, known: 300 })
    }
    expect(await storedBounces(database.sql, ctx.workspace.id)).toEqual(before)
    await expectExact(ctx.workspace.id)
  })

  test('of the same file three times at once counts once', async () => {
    const ctx = await addWorkspace(database)
    const content = csv(lines(0, 500))
    const all = await Promise.all([1, 2, 3].map(() => importAll(deps, ctx, content)))
    const counts = all.map(countsIn)
    expect(counts.reduce((sum, each) => sum + each.new, 0)).toBe(500)
    expect(counts.every(countsAddUp)).toBe(true)
    expect(await storedBounces(database.sql, ctx.workspace.id)).toHaveLength(500)
    await expectExact(ctx.workspace.id)
  })

  test('beside another with 60 % overlap gives the union', async () => {
    for (let round = 0; round < 5; round++) {
      const ctx = await addWorkspace(database)
      const [a, b] = [csv(lines(0, 1_000)), csv(lines(400, 1_400))]
      const both = await Promise.all([importAll(deps, ctx, a), importAll(deps, ctx, b)])
      expect(both.map((each) => each.state)).toEqual(['imported', 'imported'])
      expect(both.map(countsIn).reduce((sum, each) => sum + each.new, 0)).toBe(1_400)
      expect(await storedBounces(database.sql, ctx.workspace.id)).toHaveLength(1_400)
      await expectExact(ctx.workspace.id)
    }
  })
})

describe('undo', () => {
  test('leaves what another import brought as well, as if only that had been imported', async () => {
    const [ctx, other] = [await addWorkspace(database), await addWorkspace(database)]
    const second = lines(600, 1_600).map((each) => ({ ...each, campaign: 'Second' }))
    const first = await importAll(deps, ctx, csv(lines(0, 1_000)))
    await importAll(deps, ctx, csv(second))
    await importAll(deps, other, csv(second))
    value(await undoImport(ctx, { importId: first.id }))
    await work(deps, ctx, first.id)
    expect(value(await getImport(ctx, { importId: first.id })).state).toBe('undone')
    expect(await storedBounces(database.sql, ctx.workspace.id)).toEqual(
      await storedBounces(database.sql, other.workspace.id),
    )
    await expectExact(ctx.workspace.id)
  })

  test('of both of two overlapping imports leaves nothing, in any order', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const ctx = await addWorkspace(database)
      const ids: string[] = []
      for (const content of [csv(lines(0, 300)), csv(lines(100, 400))]) {
        ids.push((await importAll(deps, ctx, content)).id)
      }
      for (const which of order) {
        value(await undoImport(ctx, { importId: ids[which]! }))
        await work(deps, ctx, ids[which]!)
      }
      expect(await storedBounces(database.sql, ctx.workspace.id)).toEqual([])
      expect(await rollups(database.sql, ctx.workspace.id)).toEqual({ held: {}, recounted: {} })
      for (const table of ['known_rows', 'sending_accounts', 'templates', 'account_days', 'template_days']) {
        const [row] = await database.sql`
          select count(*)::int as n from ${database.sql(table)} where workspace_id = ${ctx.workspace.id}`
        expect([table, row!.n]).toEqual([table, 0])
      }
    }
  })

  test('of a file that was imported twice keeps it until the second is undone too', async () => {
    const ctx = await addWorkspace(database)
    const content = csv(lines(0, 200))
    const first = await importAll(deps, ctx, content)
    const before = await storedBounces(database.sql, ctx.workspace.id)
    const second = await importAll(deps, ctx, content)
    value(await undoImport(ctx, { importId: first.id }))
    await work(deps, ctx, first.id)
    expect(await storedBounces(database.sql, ctx.workspace.id)).toEqual(before)
    value(await undoImport(ctx, { importId: second.id }))
    await work(deps, ctx, second.id)
    expect(await storedBounces(database.sql, ctx.workspace.id)).toEqual([])
    await expectExact(ctx.workspace.id)
  })

  test('by cancelling works in every state before the end', async () => {
    const ctx = await addWorkspace(database)
    const content = csv(lines(0, 200))
    const fresh = await upload(ctx, content)
    value(await cancelImport(ctx, { importId: fresh }))
    const checked = await upload(ctx, content)
    value(await startDryRun(ctx, { importId: checked }))
    await work(deps, ctx, checked)
    value(await cancelImport(ctx, { importId: checked }))
    const begun = await upload(ctx, content)
    value(await startDryRun(ctx, { importId: begun }))
    await work(deps, ctx, begun)
    value(await startImport(ctx, { importId: begun }))
    value(await cancelImport(ctx, { importId: begun }))
    await work(deps, ctx, begun)
    for (const importId of [fresh, checked, begun]) {
      expect(value(await getImport(ctx, { importId })).state).toBe('cancelled')
    }
    expect(await storedBounces(database.sql, ctx.workspace.id)).toEqual([])
    const [stages] =
      await database.sql`select count(*)::int as n from pg_class where relname ~ '^import_stage_[0-9a-f]{32}' and relkind = 'r'`
    expect(stages!.n).toBe(0)
  })
})
