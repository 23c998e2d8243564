import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { importFile } from '@/lib/services/imports/import-file'
import { csv, lines } from '@/lib/services/imports/testing/files'
import { verifyWorkspace } from '@/lib/services/imports/verify-workspace'
import { addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'

let database: TestDatabase
let folder: string

beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'rebound-import-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database.close()
})

test('a file of this machine goes the way of an upload, once however often, and verify finds nothing wrong', async () => {
  const ctx = await addWorkspace(database)
  const path = join(folder, 'bounces.csv')
  await writeFile(path, csv(lines(0, 250)))
  const input = { path, databaseUrl: database.url }
  const planned = value(await importFile(ctx, { ...input, dryRun: true }))
  expect(planned.counts).toMatchObject({ rows: 250, new: 250 })
  expect(value(await importFile(ctx, input))).toMatchObject({
    state: 'imported',
    counts: { new: 250, known: 0 },
  })
  expect(value(await importFile(ctx, input))).toMatchObject({
    state: 'imported',
    counts: { new: 0, known: 250 },
  })
  expect(await verifyWorkspace(database.sql, ctx.workspace)).toEqual([])
})

test('verify finds a rollup that is off by one, a lost bounce and counts that do not add up', async () => {
  const ctx = await addWorkspace(database)
  const path = join(folder, 'other.csv')
  await writeFile(path, csv(lines(0, 20)))
  value(await importFile(ctx, { path, databaseUrl: database.url }))
  const { id } = ctx.workspace
  await database.sql`
    update account_days set counts[1] = counts[1] + 1 where workspace_id = ${id} and (day, account) =
      (select day, account from account_days where workspace_id = ${id} limit 1)`
  await database.sql`
    delete from bounces where workspace_id = ${id} and dedupe_key = (select min(dedupe_key::text)::uuid from bounces where workspace_id = ${id})`
  await database.sql`update imports set counts = jsonb_set(counts, '{known}', '1') where workspace_id = ${id}`
  const problems = (await verifyWorkspace(database.sql, ctx.workspace)).join('\n')
  expect(problems).toMatch(/account_days: [12] counts? differ/)
  expect(problems).toMatch(/template_days: 1 counts differ/)
  expect(problems).toMatch(/do not add up/)
})
