import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { childEnv } from '@/lib/env'
import type { Context } from '@/lib/services/context'
import { addWorkspace } from '@/lib/services/testing/people'
import { runBatch } from './run-batch'
import { addDestinationTo, addReady, batchOfAll, labDeps, statesOf } from './testing/lab'
import { openReceiver } from './testing/receiver'

const KILLS = 6
const CONTACTS = 600

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())

class Killed extends Error {
  override name = 'Killed'
}

const place = async (): Promise<Context> => ({ ...(await addWorkspace(test)), now: new Date() })

/** What a worker leaves at its death: a lease nobody holds any more. */
async function forget(batchId: string): Promise<void> {
  await test.sql`update batches set lease_until = null where id = ${batchId}`
}

it('loses nobody and tells everyone by one id, wherever a step breaks off', async () => {
  for (const point of ['claimed', 'sent', 'recorded', 'committed']) {
    const ctx = await place()
    const people = await addReady(ctx, 20)
    const receiver = await openReceiver()
    const batch = await batchOfAll(ctx, (await addDestinationTo(ctx, receiver.url)).id)
    const at = { workspaceId: ctx.workspace.id, batchId: batch.id }
    const fault = (here: string) => {
      if (here === point) throw new Killed()
    }
    await runBatch(labDeps(test.sql, { fault }), at)
    await forget(batch.id)
    await runBatch(labDeps(test.sql), at)
    const ids = new Map<string, Set<string>>()
    for (const { email, id } of receiver.received) ids.set(email, (ids.get(email) ?? new Set()).add(id))
    expect([...ids.keys()].toSorted(), point).toEqual(people)
    expect(
      [...ids.values()].every((each) => each.size === 1),
      point,
    ).toBe(true)
    expect(await statesOf(ctx, batch.id)).toEqual({ handed_over: 20 })
    await receiver.close()
  }
})

it('survives kill -9 while it hands over: everyone at least once, always with the same id', async () => {
  const ctx = await place()
  const people = await addReady(ctx, CONTACTS)
  const receiver = await openReceiver((response) => void setTimeout(() => response.end(), 40))
  const batch = await batchOfAll(ctx, (await addDestinationTo(ctx, receiver.url)).id)
  let child: ChildProcess | null = null
  for (let kills = 0; kills < KILLS; kills += 1) {
    child = start()
    const goal = receiver.received.length + 30 + 7 * kills
    await expect
      .poll(() => receiver.received.length, { timeout: 40_000, interval: 5 })
      .toBeGreaterThanOrEqual(Math.min(goal, CONTACTS))
    child.kill('SIGKILL')
    await once(child, 'exit')
    await forget(batch.id)
  }
  await expect
    .poll(
      async () => {
        await runBatch(labDeps(test.sql), { workspaceId: ctx.workspace.id, batchId: batch.id })
        return (await statesOf(ctx, batch.id)).handed_over
      },
      { timeout: 60_000 },
    )
    .toBe(CONTACTS)
  const ids = new Map<string, Set<string>>()
  for (const { email, id } of receiver.received) ids.set(email, (ids.get(email) ?? new Set()).add(id))
  expect([...ids.keys()].toSorted()).toEqual(people)
  expect([...ids.values()].filter((each) => each.size !== 1)).toEqual([])
  await receiver.close()
}, 240_000)

function start(): ChildProcess {
  const path = fileURLToPath(new URL('./testing/handover-process.ts', import.meta.url))
  return fork(path, {
    execArgv: ['--import', 'tsx'],
    env: childEnv({ DATABASE_URL: test.url }),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}
