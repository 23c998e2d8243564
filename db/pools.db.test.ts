import { sql as text } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { openWire, type Wire } from '@/db/testing/wire'
import { codeOf, isAway } from '@/lib/away'
import { Pools } from './pools'

const LONGEST_MS = 5000

let test: TestDatabase
let wire: Wire
let pools: Pools
// The driver reads types when it connects and leaves that query's failure to nobody; web.mjs hears it in a server.
const listeners = process.listeners('unhandledRejection')
const unheard: unknown[] = []
beforeAll(() => {
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (reason) => unheard.push(reason))
})
afterAll(() => {
  process.removeAllListeners('unhandledRejection')
  for (const listener of listeners) process.on('unhandledRejection', listener)
  const others = unheard.filter((reason) => !isAway(reason))
  if (others.length > 0) throw others[0]
})

beforeEach(async () => {
  test = await createTestDatabase()
  wire = await openWire(test.url)
  pools = new Pools(wire.url)
})
afterEach(async () => {
  await pools.close()
  await wire.close()
  await test.close()
})

/** The code of the failure, and that it came in time. */
async function failure(work: PromiseLike<unknown>): Promise<string> {
  const since = performance.now()
  const error: unknown = await Promise.resolve(work).then(
    () => new Error('answered'),
    (thrown: unknown) => thrown,
  )
  expect(isAway(error), String(error)).toBe(true)
  expect(performance.now() - since).toBeLessThan(LONGEST_MS)
  return codeOf(error)
}

/** A promise that is resolved from outside. */
function deferred() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}

/** Asks until the database answers again, for at most 30 s. */
async function isBack(): Promise<boolean> {
  const end = Date.now() + 30_000
  while (Date.now() < end) {
    const answers = await pools.get().sql`select 1`.then(
      () => true,
      () => false,
    )
    if (answers) return true
  }
  return false
}

describe('clients of a process that answers requests', () => {
  it('give up a server that falls silent, in the midst of whatever runs, and find it again', async () => {
    const { sql, db } = pools.get()
    await Promise.all([sql`select 1`, db.execute(text`select 1`)])
    const begun = deferred()
    const transaction = sql.begin(async (tx) => {
      await tx`select 1`
      begun.resolve()
      await tx`select pg_sleep(60)`
    })
    const waiting = [transaction, sql`select pg_sleep(60)`.execute(), db.execute(text`select pg_sleep(60)`)]
    const codes = Promise.all(waiting.map(failure))
    await begun.promise
    wire.set('silent')
    expect(await codes).toContain('CONNECTION_DESTROYED')
    await failure(pools.get().sql`select 1`)
    wire.set('passes')
    expect(await isBack()).toBe(true)
  }, 60_000)

  it.each([
    ['is stopped', 'refuses'],
    ['has no connection left', 'full'],
  ] as const)(
    'fail in time where the server %s, and find it again',
    async (_, mode) => {
      const { sql, db } = pools.get()
      const running = [1, 2, 3, 4, 5, 6].flatMap(() => [
        sql`select pg_sleep(60)`.execute(),
        db.execute(text`select pg_sleep(60)`),
      ])
      await Promise.all([sql`select 1`, db.execute(text`select 1`)])
      wire.set(mode)
      await Promise.all(running.map(failure))
      for (let round = 0; round < 2; round++) {
        const clients = pools.get()
        const asked = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap(() => [
          clients.sql`select 1`.execute(),
          clients.db.execute(text`select 1`),
        ])
        await Promise.all(asked.map(failure))
      }
      wire.set('passes')
      expect(await isBack()).toBe(true)
    },
    60_000,
  )

  it('leave a long statement alone while the server answers others', async () => {
    const impatient = new Pools(wire.url, { everyMs: 50, patienceMs: 500, restMs: 60_000 })
    expect(await impatient.get().sql`select pg_sleep(2)`).toHaveLength(1)
    await impatient.close()
  })
})
