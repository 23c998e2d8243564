import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countSuggestions, listSuggestions } from '@/db/queries/dne/list-suggestions'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import type { StoredBounce } from '@/db/testing/bounces'
import { DEFAULT_POLICY } from '@/lib/dne/policy'
import { value } from '@/lib/services/testing/value'
import { acceptSuggestions } from './accept-suggestions'
import { dismissSuggestions } from './dismiss-suggestions'
import { entryIdOf } from '@/db/queries/dne/entry-id'
import { previewRollback } from './preview-rollback'
import { rollBack } from './roll-back'
import { savePolicy } from './save-policy'
import { counted, daysAgo, NOW, openDesk, type Desk } from './testing/desk'
import { runOpen } from './testing/run-open'
import { undoAct } from './undo-act'

let database: TestDatabase
let desk: Desk
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  desk = await openDesk(database)
})

const full = (recipient: string, days: number): Partial<StoredBounce> => ({
  recipient,
  category: 'mailbox_full',
  occurredAt: daysAgo(days),
})
const id = (value: string) => entryIdOf(desk.workspace.id, value)

describe('the queue', () => {
  beforeEach(() =>
    desk.bounce([
      ...[20, 12, 10].map((days) => full('a@x.io', days)),
      ...[20, 12, 10].map((days) => full('b@x.io', days)),
      full('c@x.io', 1),
    ]),
  )

  it('holds who bounced often enough; accepted they are listed for good, undone they wait again', async () => {
    expect(await desk.suggested()).toEqual(['a@x.io repeated', 'b@x.io repeated'])
    expect(await desk.listed()).toEqual(['a@x.io bounce*', 'b@x.io bounce*', 'c@x.io bounce*'])
    const { actId, count } = value(
      await acceptSuggestions(desk.ctx(), {
        select: { all: { category: 'mailbox_full' } },
        why: 'dead mailboxes',
      }),
    )
    expect(count).toBe(2)
    expect(await desk.listed()).toEqual(['a@x.io bounce', 'b@x.io bounce', 'c@x.io bounce*'])
    expect((await countSuggestions(database.sql, desk.workspace.id)).total).toBe(0)
    // It is a person's word now: bounces that come or go change nothing.
    await desk.bounce([full('a@x.io', 5)])
    expect(await desk.listed()).toContain('a@x.io bounce')
    expect(await counted(database, desk)).toEqual([3, 3])
    await undoAct(desk.ctx(), { actId })
    expect(await desk.suggested()).toEqual(['a@x.io repeated', 'b@x.io repeated'])
    expect(await desk.listed()).toEqual(['a@x.io bounce*', 'b@x.io bounce*', 'c@x.io bounce*'])
    expect(await counted(database, desk)).toEqual([3, 3])
  })

  it('lets go of what is dismissed until it bounces often enough anew', async () => {
    const { actId } = value(
      await dismissSuggestions(desk.ctx('operator', daysAgo(9)), { select: { ids: [id('a@x.io')] } }),
    )
    expect(await desk.suggested()).toEqual(['b@x.io repeated'])
    await desk.bounce([full('a@x.io', 8), full('a@x.io', 7)])
    expect(await desk.suggested()).toEqual(['b@x.io repeated'])
    await desk.bounce([full('a@x.io', 6)])
    expect(await desk.suggested()).toEqual(['a@x.io repeated', 'b@x.io repeated'])
    await undoAct(desk.ctx(), { actId })
    const { rows } = await listSuggestions(database.sql, desk.workspace.id, {})
    expect(rows.map((row) => [row.value, row.bounces])).toEqual([
      ['a@x.io', 6],
      ['b@x.io', 3],
    ])
    const twice = await dismissSuggestions(desk.ctx(), { select: { ids: [id('c@x.io')] } })
    expect(twice.ok || twice.error.code).toBe('conflict')
  })
})

/** So many refusals at one provider, one every few seconds from a moment on. */
function burst(count: number, from: Date, name: string, every = 9): Partial<StoredBounce>[] {
  return Array.from({ length: count }, (_, i) => ({
    recipient: `${name}${i}@gmail.test`,
    provider: 'google',
    occurredAt: new Date(from.getTime() + i * every * 1000),
  }))
}
const noon = new Date('2026-11-10T12:00:00Z')

describe('a provider’s outage', () => {
  it('waits in the queue, comes in piece by piece or at once, and is told from the usual', async () => {
    const usual = Array.from({ length: 20 }, (_, i) => burst(5, daysAgo(11 + i), `usual${i}.`, 3600)).flat()
    await desk.bounce(usual)
    expect((await desk.listed()).length).toBe(100)
    const outage = burst(120, noon, 'out')
    await desk.bounce(outage.slice(0, 30))
    expect((await desk.listed()).length).toBe(130)
    for (const at of [30, 60, 90]) await desk.bounce(outage.slice(at, at + 30))
    expect((await desk.listed()).length).toBe(100)
    expect((await desk.suggested()).filter((each) => each.endsWith(' outage')).length).toBe(120)
    // One of them bounces again, on an ordinary day.
    await desk.bounce([{ recipient: 'out7@gmail.test', provider: 'google', occurredAt: daysAgo(2) }])
    expect(await desk.listed()).toContain('out7@gmail.test bounce')
    expect((await desk.suggested()).length).toBe(119)
    value(await dismissSuggestions(desk.ctx(), { select: { all: { kind: 'outage', provider: 'google' } } }))
    expect(await desk.suggested()).toEqual([])
    expect(await counted(database, desk)).toEqual([101, 101])
  })

  it('is not seen in a big list of old addresses, spread over time or without times of day', async () => {
    const spread = Array.from({ length: 40 }, (_, i) => burst(60, daysAgo(100 + i), `old${i}.`, 1200)).flat()
    const undated = burst(500, new Date('2026-06-01T00:00:00Z'), 'undated', 0)
    await desk.bounce([...spread, ...undated])
    expect((await desk.listed()).length).toBe(2400 + 500)
    expect(await desk.suggested()).toEqual([])
  })

  it('ends when its bounces go', async () => {
    const outage = burst(80, noon, 'out')
    await desk.bounce(outage)
    expect((await desk.suggested()).length).toBe(80)
    await desk.unbounce(outage.slice(40).map((each) => each.recipient!))
    expect((await desk.suggested()).length).toBe(0)
    expect((await desk.listed()).length).toBe(40)
  })
})

describe('an incident', () => {
  it('is rolled back by window, provider and words, previewed first and undone exactly', async () => {
    const said = { diagnostic: '550 5.1.1 The email account does not exist gsmtp' }
    const hit = burst(40, noon, 'hit').map((each) => ({ ...each, ...said }))
    await desk.bounce([
      ...hit,
      ...burst(3, daysAgo(30), 'before'),
      { recipient: 'other@x.io', occurredAt: noon },
    ])
    await desk.bounce([{ recipient: 'hit3@gmail.test', provider: 'google', occurredAt: daysAgo(1) }])
    const before = await desk.listed()
    const incident = {
      from: noon,
      to: new Date(noon.getTime() + 3_600_000),
      provider: 'google',
      words: 'ACCOUNT does not',
    }
    const preview = value(await previewRollback(desk.ctx(), incident))
    expect([preview.count, preview.sample.length, preview.sample[0]!.reply]).toEqual([
      40,
      20,
      said.diagnostic,
    ])
    expect(await desk.listed()).toEqual(before)
    const { actId, count } = value(await rollBack(desk.ctx(), { ...incident, why: 'Google had an outage.' }))
    expect(count).toBe(39)
    expect(await desk.listed()).toEqual(
      before.filter((each) => !each.startsWith('hit') || each.startsWith('hit3@')),
    )
    expect(await counted(database, desk)).toEqual([5, 5])
    await undoAct(desk.ctx(), { actId })
    expect(await desk.listed()).toEqual(before)
    expect(await counted(database, desk)).toEqual([44, 44])
    const none = await previewRollback(desk.ctx(), { from: noon, to: incident.to })
    expect(none.ok || none.error.code).toBe('invalid_input')
  })
  it('is looked for in 31 days at most', async () => {
    const of = (days: number) =>
      previewRollback(desk.ctx(), { from: daysAgo(days), to: daysAgo(0), provider: 'google' })
    expect((await of(31)).ok).toBe(true)
    expect(await of(32)).toMatchObject({ error: { message: 'Look at 31 days at most at once.' } })
  })

  it('is found where tags make no difference, and rolled back for the person behind them', async () => {
    await desk.bounce([
      { recipient: 'a+news@x.io', occurredAt: daysAgo(1) },
      { recipient: '+b@x.io', occurredAt: daysAgo(1) },
    ])
    value(
      await savePolicy(desk.ctx('admin'), {
        policy: { ...DEFAULT_POLICY, options: { plusTags: true, quietDays: 7 } },
      }),
    )
    await runOpen(database.sql, { now: () => NOW })
    expect(await desk.listed()).toEqual(['+b@x.io bounce', 'a@x.io bounce'])
    const incident = { from: daysAgo(2), to: NOW, domain: 'x.io' }
    expect(value(await previewRollback(desk.ctx(), incident)).count).toBe(2)
    expect(value(await rollBack(desk.ctx(), { ...incident, why: 'outage' })).count).toBe(2)
    expect(await desk.listed()).toEqual([])
  })
})
