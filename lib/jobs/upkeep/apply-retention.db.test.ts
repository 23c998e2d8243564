import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import type { Deps } from '@/lib/jobs/imports/work'
import type { Context } from '@/lib/services/context'
import { csv, importAll, line, lines, openWorker, upload } from '@/lib/services/imports/testing/files'
import { saveRetention } from '@/lib/services/retention/save-retention'
import { addMember, addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { applyRetention } from './apply-retention'

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

const days = (n: number) => new Date(Date.now() + n * 86_400_000)

async function filled(): Promise<Context> {
  const ctx = { ...(await addWorkspace(database)), now: new Date() }
  await importAll(deps, ctx, csv([...lines(0, 5), { ...line(9), recipient: 'no address' }]))
  await upload(ctx, csv(lines(10, 12)))
  await ctx.sql`
    insert into deliveries (workspace_id, id, destination_id, kind, message_id, attempt, at, ok, failure, milliseconds, reply)
    values (${ctx.workspace.id}, gen_random_uuid(), gen_random_uuid(), 'test', gen_random_uuid(), 1, now(), true, '', 1, 'ok')`
  return ctx
}

async function kept({ sql, workspace }: Context) {
  const [row] = await sql<
    { deliveries: number; rejects: number; texts: number; chunks: number; waiting: number }[]
  >`
    select (select count(*)::int from deliveries where workspace_id = ${workspace.id}) as deliveries,
      (select count(*)::int from import_rejects where workspace_id = ${workspace.id}) as rejects,
      (select count(*)::int from import_rejects where workspace_id = ${workspace.id} and raw <> '') as texts,
      (select count(*)::int from upload_chunks where workspace_id = ${workspace.id}) as chunks,
      (select count(*)::int from imports where workspace_id = ${workspace.id} and state = 'mapping') as waiting`
  return { ...row! }
}

const ALL = { deliveries: 1, rejects: 1, texts: 1, chunks: 1, waiting: 1 }

it('lets go what was kept for its time, each kind after its own, and says so', async () => {
  const ctx = await filled()
  await applyRetention(database.sql, days(29))
  expect(await kept(ctx)).toEqual(ALL)
  await applyRetention(database.sql, days(31))
  expect(await kept(ctx)).toEqual({ ...ALL, chunks: 0, waiting: 0 })
  await applyRetention(database.sql, days(91))
  expect(await kept(ctx)).toEqual({ ...ALL, chunks: 0, waiting: 0, deliveries: 0 })
  await applyRetention(database.sql, days(181))
  expect(await kept(ctx), 'that a line was rejected stays').toEqual({
    ...ALL,
    chunks: 0,
    waiting: 0,
    deliveries: 0,
    texts: 0,
  })
  const told = await ctx.sql<{ details: object }[]>`
    select details from activity where workspace_id = ${ctx.workspace.id} and action = 'retention.applied' order by seq`
  expect(told.map((row) => row.details)).toEqual([{ files: 1 }, { deliveries: 1 }, { rejects: 1 }])
})

it('follows what an admin decides, at the next look', async () => {
  const ctx = await filled()
  const operator = await addMember(database, ctx, 'operator')
  const wanted = { files: null, rejects: 7, deliveries: null }
  expect(await saveRetention(operator, wanted)).toMatchObject({ error: { code: 'forbidden' } })
  await applyRetention(database.sql, days(8))
  expect(await kept(ctx)).toEqual(ALL)
  value(await saveRetention(ctx, wanted))
  await applyRetention(database.sql, days(8))
  expect(await kept(ctx)).toEqual({ ...ALL, texts: 0 })
  await applyRetention(database.sql, days(4_000))
  expect(await kept(ctx)).toEqual({ ...ALL, texts: 0 })
})
