import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countRecovered } from '@/db/queries/resubmit/causes'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { insertBounces } from '@/db/testing/bounces'
import { allIn } from '@/lib/analytics/filter'
import { withoutFormulaPrefix } from '@/lib/ingest/formula'
import { addDestinationTo, addReady, AT_ONCE, batchOfAll, statesOf } from '@/lib/jobs/handover/testing/lab'
import { settleQuiet } from '@/lib/jobs/handover/settle-quiet'
import type { Context } from '@/lib/services/context'
import { addEntries } from '@/lib/services/dne/add-entries'
import { applyEffects } from '@/lib/services/effects'
import { addMember, addWorkspace } from '@/lib/services/testing/people'
import { cancelContact } from './cancel-contact'
import { changeBatch } from './change-batch'
import { createBatch } from './create-batch'
import { handOverFile } from './hand-over-file'
import { previewBatch } from './preview-batch'
import { bounceOf } from './testing/bounces'

const DAY = 86_400_000
let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())

const place = async (): Promise<Context> => ({ ...(await addWorkspace(test)), now: new Date() })
const daysLater = (ctx: Context, days: number): Context => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + days * DAY),
})

async function bounce(ctx: Context, recipient: string, at: Date, category: string): Promise<void> {
  await ctx.sql.begin(async (tx) => {
    await insertBounces(tx, ctx.workspace.id, [bounceOf(recipient, at, category)])
    await applyEffects(tx, { workspaceId: ctx.workspace.id, now: ctx.now }, [recipient])
  })
}

const daysBefore = (ctx: Context, days: number) => new Date(ctx.now.getTime() - days * 86_400_000)
const everybody = { kind: 'groups', state: 'ready', categories: [], accounts: [], campaigns: [] } as const
const request = (requestKey: string) => ({
  requestKey,
  name: 'One',
  scope: { ...everybody, categories: [], accounts: [], campaigns: [] },
  pace: AT_ONCE,
  destinationId: null,
})

describe('a batch', () => {
  it('is one for a double click, two tabs and two people', async () => {
    const ctx = await place()
    await addReady(ctx, 40)
    const colleague = await addMember(test, ctx, 'operator')
    const key = crypto.randomUUID()
    const twice = await Promise.all([createBatch(ctx, request(key)), createBatch(ctx, request(key))])
    expect(new Set(twice.map((made) => made.ok && made.value.id)).size).toBe(1)
    const others = await Promise.all([
      createBatch(ctx, request(crypto.randomUUID())),
      createBatch(colleague, request(crypto.randomUUID())),
    ])
    expect(others.every((made) => !made.ok && made.error.code === 'precondition_failed')).toBe(true)
    const [count] =
      await ctx.sql`select count(*)::int as n from batches where workspace_id = ${ctx.workspace.id}`
    expect(count!.n).toBe(1)
  })

  it('goes to no destination that the workspace does not have', async () => {
    const ctx = await place()
    await addReady(ctx, 1)
    const mine = await addDestinationTo(ctx, 'https://hooks.example/x')
    const other = await addDestinationTo(await place(), 'https://hooks.example/x')
    const to = (destinationId: string) => createBatch(ctx, { ...request(crypto.randomUUID()), destinationId })
    expect(await to(other.id)).toMatchObject({ error: { code: 'precondition_failed' } })
    expect((await to(mine.id)).ok).toBe(true)
  })

  it('shares contacts out between two that are made at once: nobody is in both', async () => {
    const ctx = await place()
    await addReady(ctx, 300)
    const made = await Promise.all([1, 2, 3].map(() => createBatch(ctx, request(crypto.randomUUID()))))
    const sum = made.reduce((all, each) => all + (each.ok ? each.value.count : 0), 0)
    expect(sum).toBe(300)
    const [twice] = await ctx.sql`
      select count(*)::int as n from (select recipient from batch_contacts where workspace_id = ${ctx.workspace.id}
        group by recipient having count(*) > 1) t`
    expect(twice!.n).toBe(0)
  })

  it('tells beforehand who goes and who is left out and why', async () => {
    const ctx = await place()
    const ready = await addReady(ctx, 3)
    const at = (days: number) => new Date(ctx.now.getTime() - days * DAY)
    await bounce(ctx, 'rests@a.example', at(1), 'mailbox_full')
    await bounce(ctx, 'waits@a.example', at(9), 'blacklisted')
    for (const days of [20, 15, 10]) await bounce(ctx, 'tired@a.example', at(days), 'server_unavailable')
    await bounce(ctx, 'gone@a.example', at(9), 'invalid_recipient')
    await bounce(ctx, 'angry@a.example', at(9), 'mailbox_full')
    await bounce(ctx, 'listed@a.example', at(9), 'mailbox_full')
    await addEntries(ctx, { entries: ['angry@a.example'], reason: 'complaint' })
    await addEntries(ctx, { entries: ['listed@a.example'], reason: 'manual' })
    const filter = allIn({ from: '2000-01-01', to: '2099-01-01' })
    const preview = await previewBatch(ctx, { kind: 'filter', filter })
    if (!preview.ok) throw new Error(preview.error.message)
    expect(preview.value.go).toBe(3)
    expect(Object.fromEntries(preview.value.leftOut.map(({ why, contacts }) => [why, contacts]))).toEqual({
      resting: 1,
      waiting: 1,
      given_up: 1,
      hard: 1,
      complaint: 1,
      listed: 1,
    })
    const batch = await createBatch(ctx, {
      ...request(crypto.randomUUID()),
      scope: { kind: 'filter', filter },
    })
    expect(batch).toMatchObject({ ok: true, value: { count: 3 } })
    const after = await previewBatch(ctx, { kind: 'filter', filter })
    expect(after.ok && after.value.leftOut.find(({ why }) => why === 'in_batch')?.contacts).toBe(ready.length)
  })

  it('refuses a pace that takes more than a year, and leaves no trace', async () => {
    const ctx = await place()
    await addReady(ctx, 400)
    const slow = { ...request(crypto.randomUUID()), pace: { ...AT_ONCE, perDay: 1 } }
    expect(await createBatch(ctx, slow)).toMatchObject({ error: { code: 'precondition_failed' } })
    expect(await createBatch(ctx, { ...slow, pace: AT_ONCE })).toMatchObject({
      ok: true,
      value: { count: 400 },
    })
  })
})

describe('a batch by file', () => {
  it('gives the due part, each contact once, safe for spreadsheets', async () => {
    const ctx = await place()
    const people = await addReady(ctx, 7)
    await ctx.sql`
      update contacts set name = '=HYPERLINK("x")', campaign = ' +1' where workspace_id = ${ctx.workspace.id}`
    const batch = await batchOfAll(ctx, null, { pace: { ...AT_ONCE, perDay: 5 } })
    const first = await handOverFile(ctx, { batchId: batch.id })
    if (!first.ok) throw new Error(first.error.message)
    const rows = parse(first.value.content, { columns: true, bom: true }) as Record<string, string>[]
    expect(rows).toHaveLength(5)
    expect(rows[0]).toMatchObject({
      name: `'=HYPERLINK("x")`,
      campaign: `' +1`,
      sending_account: 'anna@acme.example',
    })
    expect(withoutFormulaPrefix(rows[0]!.name!)).toBe('=HYPERLINK("x")')
    expect(await handOverFile(ctx, { batchId: batch.id })).toMatchObject({
      error: { code: 'precondition_failed' },
    })
    const next = await handOverFile(daysLater(ctx, 1), { batchId: batch.id })
    const more = next.ok
      ? (parse(next.value.content, { columns: true, bom: true }) as Record<string, string>[])
      : []
    expect([...rows, ...more].map((row) => row.email).toSorted()).toEqual(people)
    expect(await statesOf(ctx, batch.id)).toEqual({ handed_over: 7 })
  })

  it('checks the list again when it is downloaded, and when it is downloaded again', async () => {
    const ctx = await place()
    const people = await addReady(ctx, 3)
    const batch = await batchOfAll(ctx, null)
    await addEntries(ctx, { entries: [people[0]!], reason: 'unsubscribe' })
    const first = await handOverFile(ctx, { batchId: batch.id })
    expect(first.ok && first.value.count).toBe(2)
    await addEntries(ctx, { entries: [people[1]!], reason: 'complaint' })
    const [file] = await ctx.sql<{ id: string }[]>`select id from handover_files where batch_id = ${batch.id}`
    const again = await handOverFile(ctx, { batchId: batch.id, fileId: file!.id })
    expect(again.ok && again.value.content).toContain(people[2])
    expect(again.ok && again.value.content).not.toContain(people[1])
    expect(await statesOf(ctx, batch.id)).toEqual({ handed_over: 2, skipped: 1 })
  })

  it('skips whoever bounced again before the hand-over, and lets one contact be cancelled', async () => {
    const ctx = await place()
    const people = await addReady(ctx, 3)
    const batch = await batchOfAll(ctx, null)
    await bounce(ctx, people[0]!, ctx.now, 'blacklisted')
    expect(await cancelContact(ctx, { batchId: batch.id, recipient: people[1]! })).toMatchObject({ ok: true })
    const file = await handOverFile(ctx, { batchId: batch.id })
    expect(file.ok && file.value.count).toBe(1)
    expect(await statesOf(ctx, batch.id)).toEqual({ handed_over: 1, skipped: 1, cancelled: 1 })
    expect(await cancelContact(ctx, { batchId: batch.id, recipient: people[2]! })).toMatchObject({
      error: { code: 'conflict' },
    })
    const viewer = await addMember(test, ctx, 'viewer')
    expect(await handOverFile(viewer, { batchId: batch.id })).toMatchObject({ error: { code: 'forbidden' } })
    expect(await changeBatch(viewer, { id: batch.id, act: 'cancel' })).toMatchObject({
      error: { code: 'forbidden' },
    })
    const stranger = await addWorkspace(test)
    expect(await handOverFile(stranger, { batchId: batch.id })).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})

it('tells who bounced again and who recovered, follows late bounces, and takes it back with them', async () => {
  const ctx = await place()
  const [back, quiet, late] = (await addReady(ctx, 3)) as [string, string, string]
  const batch = await batchOfAll(ctx, null)
  await handOverFile(ctx, { batchId: batch.id })
  const outcomes = async () =>
    Object.fromEntries(
      (
        await ctx.sql<{ recipient: string; outcome: string }[]>`
        select recipient, outcome from batch_contacts where batch_id = ${batch.id}`
      ).map((row) => [row.recipient, row.outcome]),
    )
  await bounce(ctx, back, daysLater(ctx, 1).now, 'mailbox_full')
  expect(await outcomes()).toEqual({ [back]: 'bounced', [quiet]: '', [late]: '' })
  const after = daysLater(ctx, 8)
  await settleQuiet(test.sql, after.now)
  expect(await outcomes()).toEqual({ [back]: 'bounced', [quiet]: 'recovered', [late]: 'recovered' })
  const recovered = () =>
    countRecovered(ctx.sql, ctx.workspace.id, { from: ctx.now, to: daysLater(ctx, 30).now })
  expect(await recovered()).toBe(2)
  await bounce(after, late, daysLater(ctx, 3).now, 'mailbox_full')
  expect(await outcomes()).toEqual({ [back]: 'bounced', [quiet]: 'recovered', [late]: 'bounced' })
  expect(await recovered()).toBe(1)
  await ctx.sql.begin(async (tx) => {
    await tx`delete from bounces where workspace_id = ${ctx.workspace.id} and recipient = ${back} and occurred_at > ${ctx.now}`
    await applyEffects(tx, { workspaceId: ctx.workspace.id, now: after.now }, [back])
  })
  expect((await outcomes())[back]).toBe('')
})

it('opens only the last of several hand-overs again when all their bounces go at once', async () => {
  const ctx = await place()
  const [person] = await addReady(ctx, 1)
  const first = await batchOfAll(ctx, null)
  const which = ctx.sql`workspace_id = ${ctx.workspace.id} and recipient = ${person!}`
  await ctx.sql`
    update batch_contacts set state = 'handed_over', handed_at = ${daysBefore(ctx, 9)}, outcome = 'bounced',
      again_key = gen_random_uuid(), open = false
    where ${which}`
  const second = await batchOfAll(ctx, null)
  await ctx.sql`
    update batch_contacts set state = 'handed_over', handed_at = ${daysBefore(ctx, 1)}, outcome = 'bounced',
      again_key = gen_random_uuid(), open = false
    where ${which} and batch_id = ${second.id}`
  await ctx.sql.begin((tx) => applyEffects(tx, { workspaceId: ctx.workspace.id, now: ctx.now }, [person!]))
  const rows = await ctx.sql<{ id: string; outcome: string; open: boolean }[]>`
    select batch_id as id, outcome, open from batch_contacts where ${which} order by handed_at`
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { id: first.id, outcome: '', open: false },
    { id: second.id, outcome: '', open: true },
  ])
})
