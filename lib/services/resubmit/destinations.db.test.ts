import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listDeliveries, listDestinations } from '@/db/queries/resubmit/destinations'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { addReady, batchOfAll, labDeps, statesOf } from '@/lib/jobs/handover/testing/lab'
import { openReceiver, type Receiver } from '@/lib/jobs/handover/testing/receiver'
import { runBatch } from '@/lib/jobs/handover/run-batch'
import type { Context } from '@/lib/services/context'
import { addEntries } from '@/lib/services/dne/add-entries'
import { addMember, addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { addDestination } from './add-destination'
import { changeDestination } from './change-destination'
import { replayDelivery } from './replay-delivery'
import { rotateSecret } from './rotate-secret'
import { saveTries } from './save-tries'
import { testDestination } from './test-destination'

const key = vi.hoisted(() => {
  vi.stubEnv('REBOUND_SECRET', 's'.repeat(40))
  vi.stubEnv('REBOUND_WEBHOOK_ALLOW', '127.0.0.1')
  return 's'.repeat(40)
})

let test: TestDatabase
let receiver: Receiver
beforeAll(async () => {
  test = await createTestDatabase()
  receiver = await openReceiver()
})
afterAll(async () => {
  await receiver.close()
  await test.close()
})

const place = async (): Promise<Context> => ({ ...(await addWorkspace(test)), now: new Date() })
const hoursLater = (ctx: Context, hours: number): Context => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + hours * 3_600_000),
})

async function added(ctx: Context, url = receiver.url): Promise<{ id: string; secret: string }> {
  return value(await addDestination(ctx, { name: 'Outreach', url }))
}

const signedBy = (secret: string) => {
  const { body, headers } = receiver.received.at(-1)!
  try {
    new Webhook(secret).verify(body, headers)
    return true
  } catch (error) {
    if (String(error).includes('No matching signature')) return false
    throw error
  }
}

describe('a destination', () => {
  it('shows its secret once, and keeps it sealed', async () => {
    const ctx = await place()
    const { id, secret } = await added(ctx)
    const [row] = await ctx.sql<{ secret: Buffer }[]>`select secret from destinations where id = ${id}`
    expect(row!.secret.toString('latin1')).not.toContain(secret.slice(6))
    expect(JSON.stringify(await listDestinations(ctx.sql, ctx.workspace.id))).not.toContain(secret)
    expect(await testDestination(ctx, { id })).toMatchObject({ ok: true, value: { ok: true, status: 200 } })
    expect(signedBy(secret)).toBe(true)
    expect(receiver.received.at(-1)!.email).toBe('')
  })

  it('signs with the old and the new secret for a day after a rotation', async () => {
    const ctx = await place()
    const { id, secret: before } = await added(ctx)
    const rotated = await rotateSecret(ctx, { id })
    if (!rotated.ok) throw new Error(rotated.error.message)
    await testDestination(ctx, { id })
    expect([signedBy(before), signedBy(rotated.value.secret)]).toEqual([true, true])
    await ctx.sql`update destinations set previous_until = now() - interval '1 second' where id = ${id}`
    await testDestination({ ...ctx, now: new Date() }, { id })
    expect([signedBy(before), signedBy(rotated.value.secret)]).toEqual([false, true])
  })

  it('is refused where Rebound sends nothing, and to whom is no admin', async () => {
    const ctx = await place()
    for (const url of [
      'https://169.254.169.254/',
      'http://example.com/',
      'ftp://example.com',
      'nonsense',
      'https://u:p@example.com/',
    ])
      expect(await addDestination(ctx, { name: 'x', url })).toMatchObject({
        error: { code: 'invalid_input' },
      })
    const operator = await addMember(test, ctx, 'operator')
    const { id } = await added(ctx)
    expect(await addDestination(operator, { name: 'x', url: receiver.url })).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await rotateSecret(operator, { id })).toMatchObject({ error: { code: 'forbidden' } })
    expect(await changeDestination(operator, { id, act: 'off' })).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await testDestination(await place(), { id })).toMatchObject({ error: { code: 'not_found' } })
  })

  it('lets its batches wait while it is off, and stays while one needs it', async () => {
    const ctx = await place()
    await addReady(ctx, 3)
    const { id } = await added(ctx)
    const batch = await batchOfAll(ctx, id)
    const at = { workspaceId: ctx.workspace.id, batchId: batch.id }
    await changeDestination(ctx, { id, act: 'off' })
    await runBatch(labDeps(test.sql, { key: () => key }), at)
    expect(await statesOf(ctx, batch.id)).toEqual({ planned: 3 })
    expect(await changeDestination(ctx, { id, act: 'remove' })).toMatchObject({
      error: { code: 'precondition_failed' },
    })
    await changeDestination({ ...ctx, now: new Date() }, { id, act: 'on' })
    await runBatch(labDeps(test.sql, { key: () => key }), at)
    expect(await statesOf(ctx, batch.id)).toEqual({ handed_over: 3 })
    expect(await changeDestination(ctx, { id, act: 'remove' })).toMatchObject({ ok: true })
    expect(await listDestinations(ctx.sql, ctx.workspace.id)).toHaveLength(0)
  })
})

describe('a replay', () => {
  it('sends the same message again, and not to whom is listed by then', async () => {
    const ctx = await place()
    const [one, two] = await addReady(ctx, 2)
    const { id } = await added(ctx)
    const batch = await batchOfAll(ctx, id)
    await runBatch(labDeps(test.sql, { key: () => key }), {
      workspaceId: ctx.workspace.id,
      batchId: batch.id,
    })
    const log = await listDeliveries(ctx.sql, ctx.workspace.id, { failed: false, limit: 10 })
    const of = (who: string | undefined) => log.find((each) => each.recipient === who)!.id
    const first = receiver.received.find((each) => each.email === one)!
    expect(await replayDelivery(ctx, { id: of(one) })).toMatchObject({ ok: true, value: { ok: true } })
    expect(receiver.received.at(-1)).toMatchObject({ id: first.id, email: one })
    await ctx.sql`
      update batch_contacts set outcome = 'bounced' where workspace_id = ${ctx.workspace.id} and recipient = ${one!}`
    expect(await replayDelivery(ctx, { id: of(one) })).toMatchObject({ error: { code: 'not_found' } })
    await addEntries(ctx, { entries: [two!], reason: 'complaint' })
    const count = receiver.received.length
    expect(await replayDelivery(hoursLater(ctx, 1), { id: of(two) })).toMatchObject({
      error: { code: 'precondition_failed', message: 'Not sent. On the Do Not Email list: complaint.' },
    })
    expect(receiver.received).toHaveLength(count)
    expect(await replayDelivery(await place(), { id: of(one) })).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})

it('lets people change the list while a receiver takes its time over a replay', async () => {
  const ctx = await place()
  const answers: (() => void)[] = []
  const slow = await openReceiver((response, nth) => {
    if (nth === 1) response.end()
    else answers.push(() => response.end())
  })
  const [one] = await addReady(ctx, 1)
  const batch = await batchOfAll(ctx, (await added(ctx, slow.url)).id)
  await runBatch(labDeps(test.sql, { key: () => key }), { workspaceId: ctx.workspace.id, batchId: batch.id })
  const [first] = await listDeliveries(ctx.sql, ctx.workspace.id, { failed: false, limit: 1 })
  const replay = replayDelivery(ctx, { id: first!.id })
  await vi.waitFor(() => expect(answers).toHaveLength(1), { timeout: 5_000 })
  expect(await addEntries(ctx, { entries: [one!], reason: 'complaint' })).toMatchObject({ ok: true })
  answers[0]!()
  expect(await replay).toMatchObject({ ok: true, value: { ok: true } })
  const log = await listDeliveries(ctx.sql, ctx.workspace.id, { failed: false, limit: 10 })
  expect(log.map((each) => each.kind).toSorted()).toEqual(['contact', 'replay'])
  await slow.close()
})

it('changes the tries of every contact at once', async () => {
  const ctx = await place()
  await addReady(ctx, 5)
  expect(await saveTries(ctx, { tries: { mailbox_full: { max: 1, days: 30 } } })).toMatchObject({ ok: true })
  await expect(batchOfAll(ctx, null)).rejects.toThrow('Nobody of these is ready')
  await saveTries(ctx, { tries: {} })
  expect((await batchOfAll(ctx, null)).count).toBe(5)
  expect(await saveTries(ctx, { tries: { mailbox_full: { max: 0, days: 30 } } })).toMatchObject({
    error: { code: 'invalid_input' },
  })
})
