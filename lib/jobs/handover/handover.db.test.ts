import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listedNow } from '@/db/queries/dne/listed-now'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { storeBounces } from '@/db/testing/bounces'
import { DEFAULT_POLICY } from '@/lib/dne/policy'
import { RETRY_SECONDS } from '@/lib/resubmit/retries'
import type { Context } from '@/lib/services/context'
import { addEntries } from '@/lib/services/dne/add-entries'
import { applyEffects } from '@/lib/services/effects'
import { changeBatch } from '@/lib/services/resubmit/change-batch'
import { bounceOf } from '@/lib/services/resubmit/testing/bounces'
import { addWorkspace } from '@/lib/services/testing/people'
import { runBatch } from './run-batch'
import { settleQuiet } from './settle-quiet'
import { addDestinationTo, addReady, AT_ONCE, batchOfAll, labDeps, statesOf } from './testing/lab'
import { openReceiver, type Receiver } from './testing/receiver'

let test: TestDatabase
const open: Receiver[] = []
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(async () => {
  for (const receiver of open) await receiver.close()
  await test.close()
})

async function receive(...args: Parameters<typeof openReceiver>): Promise<Receiver> {
  const receiver = await openReceiver(...args)
  open.push(receiver)
  return receiver
}

async function place(): Promise<Context> {
  return { ...(await addWorkspace(test)), now: new Date() }
}

/** A clock that stands until it is moved, for hours of retries in no time. */
function clock(at: Date) {
  const state = { at: at.getTime() }
  return { now: () => new Date(state.at), move: (seconds: number) => (state.at += seconds * 1000) }
}

const attempts = async (ctx: Context) =>
  ctx.sql<{ status: number | null; failure: string; at: Date }[]>`
    select status, failure, at from deliveries where workspace_id = ${ctx.workspace.id} order by at, attempt`

describe('a batch by webhook', () => {
  it('hands each contact over once, signed, with nothing left to do', async () => {
    const ctx = await place()
    const people = await addReady(ctx, 120)
    const receiver = await receive()
    const { id, secret } = await addDestinationTo(ctx, receiver.url)
    const batch = await batchOfAll(ctx, id)
    expect(batch.count).toBe(120)
    await runBatch(labDeps(test.sql), { workspaceId: ctx.workspace.id, batchId: batch.id })
    expect(receiver.received.map((each) => each.email).toSorted()).toEqual(people)
    expect(new Set(receiver.received.map((each) => each.id)).size).toBe(120)
    for (const { body, headers } of receiver.received) new Webhook(secret).verify(body, headers)
    expect(await statesOf(ctx, batch.id)).toEqual({ handed_over: 120 })
    const [row] = await ctx.sql`select state, next_at from batches where id = ${batch.id}`
    expect(row).toEqual({ state: 'done', next_at: null })
  })

  it('skips whoever was listed meanwhile and says why', async () => {
    const ctx = await place()
    const people = await addReady(ctx, 4)
    const receiver = await receive()
    const batch = await batchOfAll(ctx, (await addDestinationTo(ctx, receiver.url)).id)
    await addEntries(ctx, { entries: [people[1]!], reason: 'unsubscribe' })
    await addEntries(ctx, { entries: [people[2]!.split('@')[1]!], reason: 'manual' })
    await runBatch(labDeps(test.sql), { workspaceId: ctx.workspace.id, batchId: batch.id })
    expect(receiver.received.map((each) => each.email).toSorted()).toEqual([people[0], people[3]])
    const rows = await ctx.sql<{ why: string; open: boolean }[]>`
      select why, open from batch_contacts where workspace_id = ${ctx.workspace.id} and state = 'skipped' order by recipient`
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { why: 'On the Do Not Email list: unsubscribe.', open: false },
      { why: 'On the Do Not Email list: added by hand.', open: false },
    ])
  })

  it('tries a receiver that is down by the schedule, with one id, and then gives up', async () => {
    const ctx = await place()
    await addReady(ctx, 1)
    const receiver = await receive((response) => response.writeHead(503).end('later'))
    const batch = await batchOfAll(ctx, (await addDestinationTo(ctx, receiver.url)).id)
    const time = clock(new Date(ctx.now.getTime() + 1000))
    const deps = labDeps(test.sql, { now: time.now })
    const begin = time.now().getTime()
    for (let minute = 0; minute < 4 * 24 * 60; minute += 1) {
      await runBatchIfDue(deps, ctx, batch.id)
      time.move(minute < 15 ? 4 : 60)
    }
    const tries = await attempts(ctx)
    expect(tries).toHaveLength(RETRY_SECONDS.length)
    expect(new Set(receiver.received.map((each) => each.id)).size).toBe(1)
    for (const [i, seconds] of RETRY_SECONDS.entries()) {
      const after = (tries[i]!.at.getTime() - (i > 0 ? tries[i - 1]!.at.getTime() : begin)) / 1000
      expect(after, `try ${i + 1}`).toBeGreaterThanOrEqual(seconds * 0.8)
      expect(after, `try ${i + 1}`).toBeLessThanOrEqual(seconds * 1.2 + 60)
    }
    expect(await statesOf(ctx, batch.id)).toEqual({ failed: 1 })
  }, 240_000)

  it('takes time-outs, cuts, redirects and errors for failures, and honours Retry-After', async () => {
    for (const [answer, failure] of [
      [(r) => r.writeHead(302, { location: '/else' }).end(), /redirect/],
      [(r) => r.destroy(), /cut the connection/],
      [(r) => r.writeHead(500).end(), /answered 500/],
    ] as [(response: Parameters<NonNullable<Parameters<typeof openReceiver>[0]>>[0]) => void, RegExp][]) {
      const ctx = await place()
      await addReady(ctx, 1)
      const receiver = await receive(answer)
      const batch = await batchOfAll(ctx, (await addDestinationTo(ctx, receiver.url)).id)
      await runBatch(labDeps(test.sql), { workspaceId: ctx.workspace.id, batchId: batch.id })
      expect((await attempts(ctx))[0]?.failure).toMatch(failure)
      expect(await statesOf(ctx, batch.id)).toEqual({ planned: 1 })
    }
    const ctx = await place()
    await addReady(ctx, 60)
    const receiver = await receive((response, nth) =>
      nth <= 50 ? response.writeHead(429, { 'retry-after': '120' }).end() : response.end(),
    )
    const batch = await batchOfAll(ctx, (await addDestinationTo(ctx, receiver.url)).id)
    const time = clock(new Date(ctx.now.getTime() + 1000))
    const deps = labDeps(test.sql, { now: time.now })
    await runBatchIfDue(deps, ctx, batch.id)
    time.move(100)
    await runBatchIfDue(deps, ctx, batch.id)
    expect(receiver.received, 'nobody else is sent before the time is over').toHaveLength(50)
    time.move(60)
    await runBatchIfDue(deps, ctx, batch.id)
    expect(await statesOf(ctx, batch.id)).toEqual({ handed_over: 60 })
  })

  it('switches a destination off that says 410, and goes on when it is switched on', async () => {
    const ctx = await place()
    await addReady(ctx, 3)
    const receiver = await receive((response, nth) =>
      nth <= 3 ? response.writeHead(410).end() : response.end(),
    )
    const { id } = await addDestinationTo(ctx, receiver.url)
    const batch = await batchOfAll(ctx, id)
    const deps = labDeps(test.sql)
    await runBatch(deps, { workspaceId: ctx.workspace.id, batchId: batch.id })
    const [destination] = await ctx.sql`select state, off_why from destinations where id = ${id}`
    expect(destination).toEqual({ state: 'off', off_why: 'gone' })
    await runBatch(deps, { workspaceId: ctx.workspace.id, batchId: batch.id })
    expect(receiver.received).toHaveLength(3)
    await ctx.sql`update destinations set state = 'on' where id = ${id}`
    await ctx.sql`update batches set next_at = now() - interval '1 second' where id = ${batch.id}`
    await runBatch(deps, { workspaceId: ctx.workspace.id, batchId: batch.id })
    expect(await statesOf(ctx, batch.id)).toEqual({ handed_over: 3 })
  })

  it('waits for a slow receiver without holding the list up', async () => {
    const ctx = await place()
    const people = await addReady(ctx, 2)
    const receiver = await receive((response) => void setTimeout(() => response.end(), 8_000))
    const batch = await batchOfAll(ctx, (await addDestinationTo(ctx, receiver.url)).id)
    const running = runBatch(labDeps(test.sql), { workspaceId: ctx.workspace.id, batchId: batch.id })
    await expect.poll(() => receiver.received.length).toBe(2)
    const since = performance.now()
    await addEntries(ctx, { entries: [people[0]!], reason: 'manual' })
    expect(performance.now() - since, 'the locks go after two seconds').toBeLessThan(6_000)
    await running
    expect(await statesOf(ctx, batch.id)).toEqual({ handed_over: 2 })
  })

  it('pauses at once, resumes by its calendar, and cancels what is left', async () => {
    const ctx = await place()
    await addReady(ctx, 10)
    const receiver = await receive()
    const batch = await batchOfAll(ctx, (await addDestinationTo(ctx, receiver.url)).id, {
      pace: { ...AT_ONCE, perDay: 4 },
    })
    const place2 = { workspaceId: ctx.workspace.id, batchId: batch.id }
    await changeBatch(ctx, { id: batch.id, act: 'pause' })
    expect(await runBatch(labDeps(test.sql), place2)).toBe(false)
    expect(receiver.received).toHaveLength(0)
    await changeBatch(ctx, { id: batch.id, act: 'resume' })
    const time = clock(new Date(ctx.now.getTime() + 5_000))
    const deps = labDeps(test.sql, { now: time.now })
    await runBatchIfDue(deps, ctx, batch.id)
    expect(receiver.received).toHaveLength(4)
    await changeBatch(ctx, { id: batch.id, act: 'cancel' })
    expect(await statesOf(ctx, batch.id)).toEqual({ handed_over: 4, cancelled: 6 })
    expect(await changeBatch(ctx, { id: batch.id, act: 'resume' })).toMatchObject({
      error: { code: 'conflict' },
    })
  })

  it('recovers whoever stays quiet, and clears their soft bounces', async () => {
    const ctx = await place()
    const people = await addReady(ctx, 2)
    const receiver = await receive()
    const batch = await batchOfAll(ctx, (await addDestinationTo(ctx, receiver.url)).id)
    await runBatch(labDeps(test.sql), { workspaceId: ctx.workspace.id, batchId: batch.id })
    const days = (n: number) => new Date(Date.now() + n * 86_400_000)
    await settleQuiet(test.sql, days(6.9))
    const left = async () =>
      (await ctx.sql`select recipient from contacts where workspace_id = ${ctx.workspace.id}`).length
    expect(await left()).toBe(2)
    await settleQuiet(test.sql, days(7.1))
    expect(await left()).toBe(0)
    const cleared =
      await ctx.sql`select value from dne_clearances where workspace_id = ${ctx.workspace.id} order by value`
    expect(cleared.map((row) => String(row.value))).toEqual(people)
  })

  it('recovers the person behind a tag where tags make no difference, and takes it back for a late bounce', async () => {
    const ctx = await place()
    const policy = { ...DEFAULT_POLICY, options: { ...DEFAULT_POLICY.options, plusTags: true } }
    await ctx.sql`
      insert into dne_policies (workspace_id, policy, updated_at, updated_by)
      values (${ctx.workspace.id}, ${ctx.sql.json(policy as never)}, ${ctx.now}, ${ctx.actor.userId})`
    const [person] = await addReady(ctx, 1, { tag: '+news' })
    const untagged = person!.replace('+news', '')
    const receiver = await receive()
    const batch = await batchOfAll(ctx, (await addDestinationTo(ctx, receiver.url)).id)
    await runBatch(labDeps(test.sql), { workspaceId: ctx.workspace.id, batchId: batch.id })
    const days = (n: number) => new Date(Date.now() + n * 86_400_000)
    // It came before the hand-over, its hold lasts beyond the quiet days.
    await store(ctx, bounceOf(untagged, days(-0.5), 'mail_loop'), days(0))
    const rests = async (at: Date) =>
      (await listedNow(ctx.sql, ctx.workspace.id, [untagged], at, { plusTags: true })).has(untagged)
    const before = days(6.4)
    expect(await rests(before)).toBe(true)
    await settleQuiet(test.sql, days(7.1))
    expect(await rests(before), 'the hold is over with the recovery').toBe(false)
    await store(ctx, bounceOf(person!, days(2), 'invalid_recipient'), days(8))
    expect(await rests(days(9)), 'the recovery came to nothing').toBe(true)
    const cleared = await ctx.sql`select value from dne_clearances where workspace_id = ${ctx.workspace.id}`
    expect(cleared).toEqual([])
  })

  it('lists whoever recovered once a permanent bounce of the quiet days comes to light', async () => {
    const ctx = await place()
    const [relapsed] = await addReady(ctx, 2)
    const receiver = await receive()
    const batch = await batchOfAll(ctx, (await addDestinationTo(ctx, receiver.url)).id)
    await runBatch(labDeps(test.sql), { workspaceId: ctx.workspace.id, batchId: batch.id })
    const days = (n: number) => new Date(Date.now() + n * 86_400_000)
    await settleQuiet(test.sql, days(7.1))
    const late = bounceOf(relapsed!, days(2), 'invalid_recipient')
    await storeBounces(test.sql, ctx.workspace, [late])
    await test.sql.begin((tx) =>
      applyEffects(tx, { workspaceId: ctx.workspace.id, now: days(8) }, [relapsed!]),
    )
    const listed =
      await ctx.sql`select value, until from dne_reasons where workspace_id = ${ctx.workspace.id}`
    expect(listed).toEqual([{ value: relapsed, until: null }])
    const outcomes = await ctx.sql`
      select outcome from batch_contacts where workspace_id = ${ctx.workspace.id} order by outcome`
    expect(outcomes.map((row) => String(row.outcome))).toEqual(['bounced', 'recovered'])
  })
})

async function store(ctx: Context, bounce: ReturnType<typeof bounceOf>, now: Date): Promise<void> {
  await storeBounces(test.sql, ctx.workspace, [bounce])
  await test.sql.begin((tx) => applyEffects(tx, { workspaceId: ctx.workspace.id, now }, [bounce.recipient]))
}

async function runBatchIfDue(deps: ReturnType<typeof labDeps>, ctx: Context, batchId: string): Promise<void> {
  const [row] = await ctx.sql<{ due: boolean }[]>`
    select next_at <= ${deps.now()} and state = 'running' as due from batches where id = ${batchId}`
  if (row?.due) await runBatch(deps, { workspaceId: ctx.workspace.id, batchId })
}
