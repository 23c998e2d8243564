import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { NO_DNE_FILTER } from '@/lib/dne/filter'
import { addEntries } from '@/lib/services/dne/add-entries'
import { removeEntries } from '@/lib/services/dne/remove-entries'
import { counted, daysAgo, NOW, openDesk, type Desk } from '@/lib/services/dne/testing/desk'
import { runOpen } from '@/lib/services/dne/testing/run-open'
import { undoAct } from '@/lib/services/dne/undo-act'
import { value } from '@/lib/services/testing/value'

let database: TestDatabase
let desk: Desk
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const now = () => NOW
const soon = new Date(NOW.getTime() + 1_000)
const later = new Date(NOW.getTime() + 60_000)
/** Everything is too much at once. */
const FEW = 5

beforeEach(async () => {
  desk = await openDesk(database)
  await desk.bounce(
    Array.from({ length: 20 }, (_, i) => ({
      recipient: `b${i}@x.io`,
      category: i % 2 ? 'invalid_recipient' : 'mailbox_full',
      occurredAt: daysAgo(1),
    })),
  )
  const entries = Array.from({ length: 20 }, (_, i) => `m${i}@x.io`)
  await addEntries(desk.ctx(), { entries: [...entries, 'b3@x.io', '*.acme.io'], reason: 'manual' })
  await addEntries(desk.ctx(), { entries: ['b1@x.io', 'm2@x.io'], reason: 'complaint' })
})

const activities = async () =>
  (
    await database.sql<{ says: string }[]>`
      select action || ' ' || count as says from activity
      where workspace_id = ${desk.workspace.id} and action in ('dne.removed', 'dne.undone') order by seq`
  ).map((row) => row.says)

const begin = async (filter = NO_DNE_FILTER) => {
  const begun = value(
    await removeEntries(desk.ctx('operator', soon), { select: { filter }, why: 'a clean start' }, FEW),
  )
  expect(begun).toMatchObject({ removed: 0, goesOn: true })
  return begun.actId!
}

const undo = async (actId: string) => value(await undoAct(desk.ctx(), { actId }, FEW))

/** Works until nothing is left, though it is killed at every third point. */
async function throughCrashes(): Promise<void> {
  let points = 0
  const fault = () => {
    if (++points % 3 === 0) throw new Error('killed')
  }
  for (let open = 1; open > 0;) {
    await runOpen(database.sql, { now, fault }).catch((error: Error) => expect(error.message).toBe('killed'))
    const [row] = await database.sql<{ n: number }[]>`
      select count(*)::int as n from dne_runs where workspace_id = ${desk.workspace.id} and state = 'running'`
    open = row!.n
  }
  expect(points).toBeGreaterThan(6)
}

describe('a removal of very many', () => {
  it('goes step by step through crashes, leaves complaints and what came later, and is undone exactly', async () => {
    const before = await desk.listed()
    const actId = await begin()
    expect(await desk.listed()).toEqual(before)
    await addEntries(desk.ctx('operator', later), { entries: ['z@x.io', 'a@x.io'], reason: 'manual' })
    await throughCrashes()
    const stay = ['a@x.io manual', 'b1@x.io complaint', 'm2@x.io complaint', 'z@x.io manual']
    expect(await desk.listed()).toEqual(stay)
    expect(await activities()).toEqual(['dne.removed 39'])
    expect(await counted(database, desk)).toEqual([4, 4])
    expect((await undo(actId)).goesOn).toBe(true)
    await throughCrashes()
    expect(await desk.listed()).toEqual([...before, 'a@x.io manual', 'z@x.io manual'].toSorted())
    const [kept, real] = await counted(database, desk)
    expect(kept).toBe(real)
    expect((await activities()).length).toBe(2)
    const again = await undoAct(desk.ctx(), { actId })
    expect(again.ok || again.error.code).toBe('conflict')
  })

  it('takes off only what matches', async () => {
    const before = await desk.listed()
    await begin({ ...NO_DNE_FILTER, categories: ['mailbox_full'] })
    await runOpen(database.sql, { now })
    expect(await desk.listed()).toEqual(before.filter((each) => !each.endsWith('*')))
  })

  it('is stopped and undone halfway', async () => {
    const before = await desk.listed()
    const actId = await begin()
    let steps = 0
    await runOpen(database.sql, { now, stopping: () => ++steps > 4 })
    expect((await desk.listed()).length).toBeLessThan(before.length)
    expect((await desk.listed()).length).toBeGreaterThan(4)
    await undo(actId)
    await runOpen(database.sql, { now })
    expect(await desk.listed()).toEqual(before)
    expect((await activities()).map((each) => each.split(' ')[0])).toEqual(['dne.removed', 'dne.undone'])
  })
})
