import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { accountIds } from '@/db/queries/accounts/account-ids'
import type { Deps } from '@/lib/jobs/imports/work'
import type { Context, Role } from '@/lib/services/context'
import { importAll, openWorker, upload, work } from '@/lib/services/imports/testing/files'
import { rollups, storedBounces } from '@/lib/services/imports/testing/recount'
import { getImport } from '@/lib/services/imports/get-import'
import { startDryRun } from '@/lib/services/imports/start-dry-run'
import { undoImport } from '@/lib/services/imports/undo-import'
import { verifyWorkspace } from '@/lib/services/imports/verify-workspace'
import { erasePerson } from '@/lib/services/people/erase-person'
import { addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { undoable } from '@/lib/services/undo/undoable'
import { confirmBounces } from './confirm-bounces'
import { dismissBounces } from './dismiss-bounces'
import { FORGED, keyOf, listed, mbox, report, suggested, withForged } from './testing/forged'
import { undoDismissal } from './undo-dismissal'

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

const as = (ctx: Context, role: Role): Context => ({ ...ctx, actor: { ...ctx.actor, role } })
const ACCOUNT = { kind: 'account' as const, account: 'ben@new.example' }

/** All that a dismissal may change, with a proof that the figures equal the rows. */
async function state(ctx: Context) {
  const { held, recounted } = await rollups(ctx.sql, ctx.workspace.id)
  expect(held).toEqual(recounted)
  expect(await verifyWorkspace(ctx.sql, ctx.workspace)).toEqual([])
  return {
    held,
    rows: await storedBounces(ctx.sql, ctx.workspace.id),
    accounts: [...(await accountIds(ctx.sql, ctx.workspace.id))],
    suggested: await suggested(ctx),
    listed: await listed(ctx),
  }
}

test('what is not ours leaves every figure, suggestion and the accounts, and comes back exactly as it was', async () => {
  const { ctx } = await withForged(database, deps)
  const before = await state(ctx)
  expect([before.rows.length, before.suggested]).toEqual([4, 2])
  const { id, count } = value(await dismissBounces(ctx, { scope: ACCOUNT }))
  expect(count).toBe(2)
  const after = await state(ctx)
  expect(after).toMatchObject({ suggested: 0, listed: [] })
  expect(after.rows).toEqual(before.rows.filter((row) => !row.includes('client.example')))
  expect(after.accounts.map(([address]) => address)).toEqual(['anna@acme.example'])

  const rows = await database.sql<{ id: string; action: string; actId: string }[]>`
    select id, action, subject_id as "actId" from activity
    where workspace_id = ${ctx.workspace.id} and action = 'bounces.dismissed'`
  expect(await undoable(ctx.sql, ctx.workspace.id, rows)).toEqual(new Set([rows[0]!.id]))
  expect(value(await undoDismissal(ctx, { id }))).toEqual({ count: 2 })
  expect(await state(ctx)).toEqual(before)
  expect(await undoDismissal(ctx, { id })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(await undoable(ctx.sql, ctx.workspace.id, rows)).toEqual(new Set())
})

test('the same report brings back nothing that was set aside, and is counted as known', async () => {
  const { ctx } = await withForged(database, deps)
  value(
    await dismissBounces(ctx, {
      scope: { kind: 'bounces', keys: [await keyOf(ctx, 'boss@client.example')] },
    }),
  )
  const aside = await state(ctx)
  const again = await importAll(
    deps,
    ctx,
    mbox(report('boss@client.example', 'ben@new.example'), report('coo@client.example', 'ben@new.example')),
  )
  expect(again.counts).toMatchObject({ rows: 2, known: 1, new: 1 })
  const rows = await storedBounces(ctx.sql, ctx.workspace.id)
  expect(rows.filter((row) => !aside.rows.includes(row)).map((row) => row.split('|')[2])).toEqual([
    'coo@client.example',
  ])
  await state(ctx)
})

test('what was set aside goes with its import, or passes to another one that knows it', async () => {
  const { ctx, importId } = await withForged(database, deps)
  const { id } = value(await dismissBounces(ctx, { scope: ACCOUNT }))
  const other = await importAll(deps, ctx, mbox(report('cfo@client.example', 'ben@new.example')))
  value(await undoImport(ctx, { importId }))
  await work(deps, ctx, importId)
  await state(ctx)
  expect(value(await undoDismissal(ctx, { id }))).toEqual({ count: 1 })
  expect(
    await database.sql`
    select recipient, import_id as "importId" from bounces
    where workspace_id = ${ctx.workspace.id} and domain = 'client.example'`,
  ).toMatchObject([{ recipient: 'cfo@client.example', importId: other.id }])
  await state(ctx)
})

test('a twin file inherits what was set aside', async () => {
  const { ctx, importId } = await withForged(database, deps)
  const { id } = value(await dismissBounces(ctx, { scope: ACCOUNT }))
  await importAll(deps, ctx, FORGED)
  value(await undoImport(ctx, { importId }))
  await work(deps, ctx, importId)
  await state(ctx)
  expect(value(await undoDismissal(ctx, { id }))).toEqual({ count: 2 })
  await state(ctx)
})

test('the accounts that an unfinished import is about to need stay', async () => {
  const { ctx } = await withForged(database, deps)
  const file = mbox(
    report('cto@client.example', 'ben@new.example'),
    report('coo@client.example', 'eve@new.example'),
  )
  const importId = await upload(ctx, file)
  value(await startDryRun(ctx, { importId, auto: true }))
  const stopped = (point: string) => {
    if (point === 'lanes opened') throw new Error('stopped')
  }
  await work({ ...deps, fault: stopped }, ctx, importId)
  expect(value(await getImport(ctx, { importId })).state).toBe('failed')
  value(await dismissBounces(ctx, { scope: ACCOUNT }))
  const named = [...(await accountIds(ctx.sql, ctx.workspace.id)).keys()].toSorted()
  expect(named).toEqual(['anna@acme.example', 'ben@new.example', 'eve@new.example'])
})

test('an erased person is erased from what was set aside, too', async () => {
  const { ctx } = await withForged(database, deps)
  const { id } = value(await dismissBounces(ctx, { scope: ACCOUNT }))
  value(await erasePerson(as(ctx, 'admin'), { who: { address: 'boss@client.example' } }))
  const [left] = await database.sql<{ n: number }[]>`
    select count(*)::int as n from dismissed_bounces d
    where workspace_id = ${ctx.workspace.id} and strpos(d::text, 'boss@client.example') > 0`
  expect(left!.n).toBe(0)
  value(await undoDismissal(ctx, { id }))
  const { rows } = await state(ctx)
  expect(rows.filter((row) => row.includes('@erased.invalid'))).toHaveLength(1)
})

test('a viewer may not, what is confirmed or of another workspace is out of reach', async () => {
  const { ctx } = await withForged(database, deps)
  const scope = { kind: 'bounces' as const, keys: [await keyOf(ctx, 'boss@client.example')] }
  const other = { ...(await addWorkspace(database)), now: ctx.now }
  value(await confirmBounces(ctx, { scope }))
  const { id } = value(await dismissBounces(ctx, { scope: ACCOUNT }))
  const codes = [
    await dismissBounces(as(ctx, 'viewer'), { scope }),
    await dismissBounces(ctx, { scope }),
    await dismissBounces(other, { scope: ACCOUNT }),
    await undoDismissal(other, { id }),
    await undoDismissal(as(ctx, 'viewer'), { id }),
  ].map((result) => (result.ok ? 'done' : result.error.code))
  expect(codes).toEqual(['forbidden', 'precondition_failed', 'precondition_failed', 'not_found', 'forbidden'])
})
