import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { pick, seeded } from '@/db/testing/random-bounces'
import { DEFAULT_POLICY, type DnePolicy } from '@/lib/dne/policy'
import { addEntries } from '@/lib/services/dne/add-entries'
import { listedInForce } from '@/lib/services/dne/listed-in-force'
import { lockAddresses } from '@/lib/services/dne/lock-addresses'
import { savePolicy } from '@/lib/services/dne/save-policy'
import { settleRecipients } from '@/lib/services/dne/settle-recipients'
import { counted, daysAgo, NOW, openDesk, type Desk } from '@/lib/services/dne/testing/desk'
import { runOpen } from '@/lib/services/dne/testing/run-open'
import { undoAct } from '@/lib/services/dne/undo-act'
import { waitingRuns } from '@/lib/services/dne/runs/run'
import { value } from '@/lib/services/testing/value'
import { runSteps } from './run-steps'

let database: TestDatabase
let desk: Desk
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  desk = await openDesk(database)
})

const now = () => NOW
const PEOPLE = Array.from({ length: 40 }, (_, i) => `p${i % 30}${i < 30 ? '' : '+tag'}@x.io`)
const CAUSES = ['mailbox_full', 'invalid_recipient', 'relay_denied', 'server_unavailable'] as const

const STRICT = policyWith({ list: 'suggest', after: { bounces: 1, days: 30 }, holdDays: [30] })
function policyWith(rule: DnePolicy['categories'][string], plusTags = false): DnePolicy {
  const changed = Object.fromEntries(
    ['mailbox_full', 'relay_denied', 'server_unavailable'].map((id) => [id, rule]),
  )
  return {
    categories: { ...DEFAULT_POLICY.categories, ...changed },
    options: { ...DEFAULT_POLICY.options, plusTags },
  }
}

async function bounceAtRandom(seed: number): Promise<void> {
  const random = seeded(seed)
  await desk.bounce(
    Array.from({ length: 90 }, () => ({
      recipient: pick(random, PEOPLE),
      category: pick(random, [...CAUSES]),
      account: pick(random, ['', 'anna@acme.test', 'ben@acme.test']),
      occurredAt: daysAgo(Math.floor(random() * 40)),
    })),
  )
}

/** What all bounces come to when they are settled at once under the policy in force. */
async function asIfAtOnce(): Promise<[string[], string[]]> {
  await database.sql.begin((tx) => settleRecipients(tx, { workspaceId: desk.workspace.id, now: NOW }, PEOPLE))
  return [await desk.listed(), await desk.suggested()]
}

const waiting = async () =>
  (await waitingRuns(database.sql, 50)).filter(({ workspaceId }) => workspaceId === desk.workspace.id)

const save = async (policy: DnePolicy) => value(await savePolicy(desk.ctx('admin'), { policy })).actId!

describe('a changed policy', () => {
  it.each([1, 2, 3])(
    'comes to the same step by step, through crashes, as at once (seed %i)',
    async (seed) => {
      await bounceAtRandom(seed)
      const before = [await desk.listed(), await desk.suggested()]
      await addEntries(desk.ctx(), { entries: ['p3+news@x.io'], reason: 'unsubscribe' })
      let left = 25
      const fault = () => {
        if (--left % 3 === 0 && left > 0) throw new Error('killed')
      }
      for (const policy of [STRICT, policyWith({ ...STRICT.categories.mailbox_full!, holdDays: [] }, true)]) {
        await save(policy)
        // Each crash gives the run back as an ended lease would; the step at hand is lost.
        while ((await waiting()).length > 0)
          await runOpen(database.sql, { now, fault }).catch((error: Error) =>
            expect(error.message).toBe('killed'),
          )
        const there = [await desk.listed(), await desk.suggested()]
        expect(await asIfAtOnce()).toEqual(there)
        const [kept, real] = await counted(database, desk)
        expect(kept).toBe(real)
      }
      expect(await desk.listed()).toContain('p3@x.io unsubscribe')
      expect(left).toBeLessThan(10)
      await save(DEFAULT_POLICY)
      await runOpen(database.sql, { now })
      expect([
        (await desk.listed()).filter((each) => !each.endsWith('unsubscribe')),
        await desk.suggested(),
      ]).toEqual(before)
    },
  )

  it('is followed by every decision before a worker came to it', async () => {
    await desk.bounce([
      { recipient: 'full@x.io', category: 'mailbox_full', occurredAt: daysAgo(10) },
      { recipient: 'relay+a@x.io', category: 'relay_denied', occurredAt: daysAgo(10) },
    ])
    await addEntries(desk.ctx(), { entries: ['anna+news@x.io'], reason: 'unsubscribe' })
    const asked = ['full@x.io', 'relay@x.io', 'anna@x.io', 'anna+two@x.io', 'ann@x.io']
    const forbidden = async (plusTags = false) =>
      [
        ...(await database.sql.begin((tx) =>
          listedInForce(tx, { workspaceId: desk.workspace.id, now: NOW, plusTags }, asked),
        )),
      ].map(([address, { reason, until }]) => `${address} ${reason}${until ? '*' : ''}`)
    expect(await forbidden()).toEqual([])
    await save(policyWith(STRICT.categories.mailbox_full!, true))
    const all = [
      'full@x.io bounce*',
      'relay@x.io bounce*',
      'anna@x.io unsubscribe',
      'anna+two@x.io unsubscribe',
    ]
    expect((await desk.listed()).length).toBe(1)
    expect((await forbidden()).toSorted()).toEqual(all.toSorted())
    await runOpen(database.sql, { now })
    expect((await forbidden(true)).toSorted()).toEqual(all.toSorted())
    expect(await desk.listed()).toEqual([
      'anna+news@x.io unsubscribe',
      'anna@x.io unsubscribe',
      'full@x.io bounce*',
      'relay@x.io bounce*',
    ])
  })

  it('waits for hand-overs that are under way', async () => {
    const order: string[] = []
    const saving = await database.sql.begin(async (tx) => {
      await lockAddresses(tx, desk.workspace.id, ['full@x.io'], 'shared')
      const saved = save(STRICT).then(() => order.push('saved'))
      for (let waits = 0; waits === 0;) {
        const [row] = await tx<{ n: number }[]>`
          select count(*)::int as n from pg_locks
          where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`
        waits = row!.n
      }
      order.push('handed over')
      return { saved }
    })
    await saving.saved
    expect(order).toEqual(['handed over', 'saved'])
  })

  it('is taken over by a later one halfway, and by its own undo', async () => {
    await bounceAtRandom(9)
    const before = [await desk.listed(), await desk.suggested()]
    const first = await save(STRICT)
    let steps = 0
    await runOpen(database.sql, { now, stopping: () => ++steps > 2 }, 2)
    const second = await save(policyWith({ ...STRICT.categories.mailbox_full!, list: 'never' }))
    expect(await waiting()).toHaveLength(1)
    value(await undoAct(desk.ctx('admin'), { actId: second }))
    await runOpen(database.sql, { now, stopping: () => ++steps > 5 }, 2)
    value(await undoAct(desk.ctx('admin'), { actId: first }))
    expect(await waiting()).toHaveLength(1)
    await runOpen(database.sql, { now })
    expect([await desk.listed(), await desk.suggested()]).toEqual(before)
    expect(await asIfAtOnce()).toEqual(before)
  })

  it('writes nothing by a worker that was followed by another', async () => {
    await bounceAtRandom(4)
    await save(STRICT)
    const [place] = await waiting()
    let overtaken = 0
    const fault = async (point: string) => {
      if (point !== 'committed' || overtaken++ > 0) return
      await database.sql`update dne_runs set lease_until = null where workspace_id = ${desk.workspace.id}`
      expect(await runSteps({ sql: database.sql, now, stopping: () => true }, place!, { step: 5 })).toBe(
        'open',
      )
    }
    expect(await runSteps({ sql: database.sql, now, fault }, place!, { step: 5 })).toBe('settled')
    const [run] = await database.sql<{ state: string; done: number }[]>`
      select state, done from dne_runs where workspace_id = ${desk.workspace.id}`
    expect(run).toEqual({ state: 'running', done: 5 })
  })
})
