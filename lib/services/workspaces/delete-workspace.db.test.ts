import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { stageName } from '@/lib/jobs/imports/stage-table'
import type { Deps } from '@/lib/jobs/imports/work'
import { addWorkspace } from '@/lib/services/testing/people'
import { startDryRun } from '@/lib/services/imports/start-dry-run'
import { csv, importAll, lines, openWorker, upload, work } from '@/lib/services/imports/testing/files'
import { value } from '@/lib/services/testing/value'
import { deleteWorkspace } from './delete-workspace'

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

/** Rows of a workspace in every table that has any. */
async function rowsOf(workspaceId: string): Promise<Record<string, number>> {
  const { sql } = database
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id'`
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await sql`select count(*)::int as n from ${sql(name)} where workspace_id = ${workspaceId}`
    if (row?.n > 0) counts[name] = row?.n
  }
  return counts
}

test('a deleted workspace leaves no row but its activity and no table behind, and no other one loses any', async () => {
  const gone = await addWorkspace(database)
  const kept = await addWorkspace(database)
  for (const ctx of [gone, kept]) {
    await importAll(deps, ctx, csv(lines(0, 300)))
    await importAll(deps, ctx, csv(lines(200, 400)))
    const open = await upload(ctx, csv(lines(400, 500)))
    value(await startDryRun(ctx, { importId: open }))
    await work(deps, ctx, open)
  }
  const before = await rowsOf(kept.workspace.id)
  expect(Object.keys(await rowsOf(gone.workspace.id))).toEqual(
    expect.arrayContaining(['bounces', 'known_rows', 'provider_days', 'uploads', 'activity']),
  )
  const stages = await database.sql<{ importId: string }[]>`
    select import_id as "importId" from import_stages where workspace_id = ${gone.workspace.id}`
  expect(stages).toHaveLength(1)
  const deleted = await deleteWorkspace(database.sql, { slug: gone.workspace.slug })
  expect(deleted).toMatchObject({ ok: true, value: { bounces: 400 } })
  const left = await rowsOf(gone.workspace.id)
  expect(Object.keys(left)).toEqual(['activity'])
  const [last] = await database.sql<{ action: string }[]>`
    select action from activity where workspace_id = ${gone.workspace.id} order by seq desc limit 1`
  expect(last?.action).toBe('workspace.deleted')
  expect(await rowsOf(kept.workspace.id)).toEqual(before)
  const tables = await database.sql`
    select relname from pg_class where starts_with(relname, ${stageName(stages[0]!.importId)})`
  expect(tables).toEqual([])
})

test('an unknown workspace and the only one stay', async () => {
  const { sql } = database
  expect(await deleteWorkspace(sql, { slug: 'nobody' })).toMatchObject({ ok: false })
  const [one, ...others] = await sql<{ slug: string }[]>`select slug from workspaces`
  for (const { slug } of others) value(await deleteWorkspace(sql, { slug }))
  expect(await deleteWorkspace(sql, { slug: one!.slug })).toMatchObject({
    ok: false,
    error: { code: 'precondition_failed' },
  })
})
