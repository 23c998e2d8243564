import { afterAll, beforeAll, expect, test } from 'vitest'
import { unverifiedBounces } from '@/db/queries/review/unverified'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { formatBounceKey } from '@/lib/bounce/key'
import type { Deps } from '@/lib/jobs/imports/work'
import type { Context, Role } from '@/lib/services/context'
import { csv, importAll, lines, openWorker, work } from '@/lib/services/imports/testing/files'
import { undoImport } from '@/lib/services/imports/undo-import'
import { addWorkspace } from '@/lib/services/testing/people'
import { undoable } from '@/lib/services/undo/undoable'
import { value } from '@/lib/services/testing/value'
import { confirmBounces } from './confirm-bounces'
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

const report = (recipient: string, from: string) => `From: MAILER-DAEMON@relay.example
To: anna@acme.example
Date: Tue, 10 Nov 2026 08:15:00 +0100
Message-ID: <${recipient}>
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; ${recipient}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b
Content-Type: text/rfc822-headers

From: <${from}>
Message-ID: <q@x.example>

--b--
`
const mbox = (...mails: string[]) =>
  mails.map((mail) => `From x Tue Nov 10 08:15:00 2026\n${mail}\n\n`).join('')
const FORGED = mbox(
  report('boss@client.example', 'ben@new.example'),
  report('cfo@client.example', 'ben@new.example'),
)

/** A workspace that knows one account, and two bounces of reports on mail of another. */
async function withForged(): Promise<{ ctx: Context; importId: string }> {
  const ctx = { ...(await addWorkspace(database)), now: new Date('2026-11-20T10:00:00Z') }
  await importAll(deps, ctx, csv(lines(0, 2).map((each) => ({ ...each, account: 'anna@acme.example' }))))
  return { ctx, importId: (await importAll(deps, ctx, FORGED)).id }
}

const as = (ctx: Context, role: Role): Context => ({ ...ctx, actor: { ...ctx.actor, role } })

async function listed({ workspace }: Context): Promise<string[]> {
  const rows = await database.sql<{ value: string }[]>`
    select value from dne_reasons where workspace_id = ${workspace.id} and domain = 'client.example' order by 1`
  return rows.map((row) => row.value)
}

async function suggested({ workspace }: Context): Promise<number> {
  const [row] = await database.sql<{ n: number }[]>`
    select count(*)::int as n from dne_suggestions where workspace_id = ${workspace.id} and kind = 'unverified'`
  return row!.n
}

async function keyOf({ workspace }: Context, recipient: string): Promise<string> {
  const [row] = await database.sql<{ occurredAt: Date; dedupeKey: string }[]>`
    select occurred_at as "occurredAt", dedupe_key as "dedupeKey" from bounces
    where workspace_id = ${workspace.id} and recipient = ${recipient}`
  return formatBounceKey(row!)
}

test('a confirmed bounce counts like any other, and no more once that is undone', async () => {
  const { ctx } = await withForged()
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
  const { ctx } = await withForged()
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
  const { ctx, importId } = await withForged()
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
  const { ctx, importId } = await withForged()
  await importAll(deps, ctx, mbox(report('boss@client.example', 'ben@new.example')))
  const keys = [await keyOf(ctx, 'boss@client.example'), await keyOf(ctx, 'cfo@client.example')]
  value(await confirmBounces(ctx, { scope: { kind: 'bounces', keys } }))
  value(await undoImport(ctx, { importId }))
  await work(deps, ctx, importId)
  expect(await listed(ctx)).toEqual(['boss@client.example'])
})

test('a viewer may not, what is verified is nothing to confirm, and another workspace is out of reach', async () => {
  const { ctx } = await withForged()
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
