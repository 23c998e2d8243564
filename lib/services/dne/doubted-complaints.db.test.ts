import { afterAll, beforeAll, expect, test } from 'vitest'
import { entryIdOf } from '@/db/queries/dne/entry-id'
import { countSuggestions, listSuggestions } from '@/db/queries/dne/list-suggestions'
import { loadEntry } from '@/db/queries/dne/load-entry'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import type { Deps } from '@/lib/jobs/imports/work'
import { feedbackReport } from '@/lib/mail/testing/complaints'
import type { Context } from '@/lib/services/context'
import { mbox, report } from '@/lib/services/confirmations/testing/forged'
import { csv, importAll, lines, openWorker, work } from '@/lib/services/imports/testing/files'
import { undoImport } from '@/lib/services/imports/undo-import'
import { erasePerson } from '@/lib/services/people/erase-person'
import { addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { acceptSuggestions } from './accept-suggestions'
import { dismissSuggestions } from './dismiss-suggestions'
import { undoAct } from './undo-act'

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

const BOSS = 'boss@client.example'
const forged = feedbackReport({ id: '4', who: BOSS, from: 'mallory@evil.example' })
const left = feedbackReport({
  id: '5',
  who: 'cfo@client.example',
  type: 'opt-out',
  from: 'mallory@evil.example',
})

/** A workspace that knows one account, and two reports that show no mail of it. */
async function withDoubts(): Promise<{ ctx: Context; importId: string }> {
  const ctx = { ...(await addWorkspace(database)), now: new Date('2027-01-20T10:00:00Z') }
  await importAll(deps, ctx, csv(lines(0, 2).map((each) => ({ ...each, account: 'anna@acme.example' }))))
  return { ctx, importId: (await importAll(deps, ctx, mbox(forged, left))).id }
}

async function queue({ sql, workspace }: Context): Promise<string[]> {
  const { rows } = await listSuggestions(sql, workspace.id, {})
  expect((await countSuggestions(sql, workspace.id)).total).toBe(rows.length)
  return rows.map((row) => `${row.value} ${row.kind} ${row.account}`).toSorted()
}

async function reasons({ sql, workspace }: Context): Promise<string[]> {
  const rows = await sql<{ text: string }[]>`
    select concat_ws(' ', value, reason, source) as text from dne_reasons
    where workspace_id = ${workspace.id} and domain = 'client.example' order by 1`
  return rows.map((row) => row.text)
}

const COMPLAINT = `${BOSS} complaint mallory@evil.example`
const LEFT = 'cfo@client.example unsubscribe mallory@evil.example'

test('a complaint that may be forged waits for a person, and is listed as a complaint once accepted', async () => {
  const { ctx } = await withDoubts()
  expect([await queue(ctx), await reasons(ctx)]).toEqual([[COMPLAINT, LEFT], []])
  const id = entryIdOf(ctx.workspace.id, BOSS)
  expect(await loadEntry(ctx.sql, ctx.workspace.id, id, ctx.now)).toMatchObject({
    value: BOSS,
    listed: false,
    suggested: true,
  })
  const { actId } = value(await acceptSuggestions(ctx, { select: { all: { kind: 'complaint' } } }))
  expect([await queue(ctx), await reasons(ctx)]).toEqual([[LEFT], [`${BOSS} complaint suggestion`]])
  value(await undoAct(ctx, { actId }))
  expect([await queue(ctx), await reasons(ctx)]).toEqual([[COMPLAINT, LEFT], []])
})

test('once dismissed it stays so, also when the same report comes again, until that is undone', async () => {
  const { ctx } = await withDoubts()
  const { actId, count } = value(await dismissSuggestions(ctx, { select: { all: {} } }))
  expect(count).toBe(2)
  await importAll(deps, ctx, mbox(report('x@other.example', 'anna@acme.example'), forged))
  expect(await queue(ctx)).toEqual([])
  const entry = await loadEntry(ctx.sql, ctx.workspace.id, entryIdOf(ctx.workspace.id, BOSS), ctx.now)
  expect(entry).toMatchObject({ value: BOSS, suggested: false })
  value(await undoAct(ctx, { actId }))
  expect(await queue(ctx)).toEqual([COMPLAINT, LEFT])
})

test('it goes with its import, and stands before what the bounces of the same address suggest', async () => {
  const { ctx, importId } = await withDoubts()
  const bounce = await importAll(deps, ctx, mbox(report(BOSS, 'ben@new.example')))
  expect(await queue(ctx)).toEqual([COMPLAINT, LEFT])
  value(await undoImport(ctx, { importId }))
  await work(deps, ctx, importId)
  expect(await queue(ctx)).toEqual([`${BOSS} unverified `])
  value(await undoImport(ctx, { importId: bounce.id }))
  await work(deps, ctx, bounce.id)
  expect(await queue(ctx)).toEqual([])
})

test('who complained for sure is not asked about', async () => {
  const { ctx } = await withDoubts()
  await importAll(deps, ctx, mbox(feedbackReport({ id: '6', who: BOSS })))
  expect(await queue(ctx)).toEqual([LEFT])
})

test('whoever only waits for a decision is erased by the entry, too', async () => {
  const { ctx } = await withDoubts()
  const who = { entryId: entryIdOf(ctx.workspace.id, BOSS) }
  const admin: Context = { ...ctx, actor: { ...ctx.actor, role: 'admin' } }
  expect(
    await erasePerson(admin, { who: { entryId: entryIdOf(ctx.workspace.id, 'no@body.example') } }),
  ).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  })
  value(await erasePerson(admin, { who }))
  expect(await queue(ctx)).toEqual([LEFT])
  const told =
    await ctx.sql`select 1 from opt_outs o where workspace_id = ${ctx.workspace.id} and strpos(o::text, ${BOSS}) > 0`
  expect(told).toHaveLength(0)
})
