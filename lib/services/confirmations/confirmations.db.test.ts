import { afterAll, beforeAll, expect, test } from 'vitest'
import { unverifiedBounces } from '@/db/queries/review/unverified'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import type { Deps } from '@/lib/jobs/imports/work'
import type { Context, Role } from '@/lib/services/context'
import { importAll, openWorker, work } from '@/lib/services/imports/testing/files'
import { undoImport } from '@/lib/services/imports/undo-import'
import { addWorkspace } from '@/lib/services/testing/people'
import { undoable } from '@/lib/services/undo/undoable'
import { value } from '@/lib/services/testing/value'
import { confirmBounces } from './confirm-bounces'
import { keyOf, listed, mbox, report, suggested, withForged } from './testing/forged'
import { undoConfirmation } from './undo-confirmation'

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

test('a confirmed bounce counts like any other, and no more once that is undone', async () => {
  const { ctx } = await withForged(database, deps)
  expect([await listed(ctx), await suggested(ctx)]).toEqual([[], 2])
  const keys = [await keyOf(ctx, 'boss@client.example')]
  const { id, count } = value(await confirmBounces(ctx, { scope: { kind: 'bounces', keys } }))
  expect(count).toBe(1)
  expect([await listed(ctx), await suggested(ctx)]).toEqual([['boss@client.example'], 1])

  const rows = await database.sql<{ id: string; action: string; actId: string }[]>`
    select id, action, subject_id as "actId" from activity
    where workspace_id = ${ctx.workspace.id} and action = 'bounces.confirmed'`
  expect(await undoable(ctx.sql, ctx.workspace.id, rows)).toEqual(new Set([rows[0]!.id]))
  expect(value(await undoConfirmation(ctx, { id }))).toEqual({ count: 1 })
  expect([await listed(ctx), await suggested(ctx)]).toEqual([[], 2])
  expect(await undoConfirmation(ctx, { id })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(await undoable(ctx.sql, ctx.workspace.id, rows)).toEqual(new Set())
})

test('a confirmed account is known from then on, until that is undone', async () => {
  const { ctx } = await withForged(database, deps)
  const scope = { kind: 'account' as const, account: 'ben@new.example' }
  const { id, count } = value(await confirmBounces(ctx, { scope }))
  expect(count).toBe(2)
  await importAll(deps, ctx, mbox(report('coo@client.example', 'ben@new.example')))
  expect(await listed(ctx)).toEqual(['boss@client.example', 'cfo@client.example', 'coo@client.example'])
  value(await undoConfirmation(ctx, { id }))
  await importAll(deps, ctx, mbox(report('cto@client.example', 'ben@new.example')))
  expect(await listed(ctx)).toEqual(['coo@client.example'])
})

test('what is unverified is counted, in all and of one import, until somebody confirmed it', async () => {
  const { ctx, importId } = await withForged(database, deps)
  const count = async (of?: string) => (await unverifiedBounces(ctx.sql, ctx.workspace.id, of)).count
  const [file] = await database.sql<{ id: string }[]>`
    select id from imports where workspace_id = ${ctx.workspace.id} and id <> ${importId}`
  expect([await count(), await count(importId), await count(file!.id)]).toEqual([2, 2, 0])
  const keys = [await keyOf(ctx, 'boss@client.example')]
  value(await confirmBounces(ctx, { scope: { kind: 'bounces', keys } }))
  expect(await unverifiedBounces(ctx.sql, ctx.workspace.id)).toEqual({
    count: 1,
    first: new Date('2026-11-10T07:15:00Z'),
    last: new Date('2026-11-10T07:15:00Z'),
  })
})

test('what a person confirmed stays so when the bounce passes to another import', async () => {
  const { ctx, importId } = await withForged(database, deps)
  await importAll(deps, ctx, mbox(report('boss@client.example', 'ben@new.example')))
  const keys = [await keyOf(ctx, 'boss@client.example'), await keyOf(ctx, 'cfo@client.example')]
  value(await confirmBounces(ctx, { scope: { kind: 'bounces', keys } }))
  value(await undoImport(ctx, { importId }))
  await work(deps, ctx, importId)
  expect(await listed(ctx)).toEqual(['boss@client.example'])
})

test('a viewer may not, what is verified is nothing to confirm, and another workspace is out of reach', async () => {
  const { ctx } = await withForged(database, deps)
  const scope = { kind: 'bounces' as const, keys: [await keyOf(ctx, 'boss@client.example')] }
  const other = { ...(await addWorkspace(database)), now: ctx.now }
  const { id } = value(await confirmBounces(ctx, { scope }))
  const codes = [
    await confirmBounces(as(ctx, 'viewer'), { scope }),
    await confirmBounces(ctx, { scope }),
    await confirmBounces(other, { scope: { kind: 'account', account: 'ben@new.example' } }),
    await undoConfirmation(other, { id }),
    await undoConfirmation(as(ctx, 'viewer'), { id }),
  ].map((result) => (result.ok ? 'done' : result.error.code))
  expect(codes).toEqual(['forbidden', 'precondition_failed', 'precondition_failed', 'not_found', 'forbidden'])
})
