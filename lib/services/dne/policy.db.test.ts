import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import type { StoredBounce } from '@/db/testing/bounces'
import { DEFAULT_POLICY, type DnePolicy } from '@/lib/dne/policy'
import { value } from '@/lib/services/testing/value'
import { addEntries } from './add-entries'
import { previewPolicy } from './preview-policy'
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
const settled = () => runOpen(database.sql, { now: () => NOW })

describe('the policy', () => {
  const withRule = (category: string, rule: Partial<DnePolicy['categories'][string]>): DnePolicy => ({
    ...DEFAULT_POLICY,
    categories: {
      ...DEFAULT_POLICY.categories,
      [category]: { ...DEFAULT_POLICY.categories[category]!, ...rule },
    },
  })

  it('tells what it would have done, does it when saved, and is undone', async () => {
    await desk.bounce([
      full('a@x.io', 20),
      full('a@x.io', 15),
      full('b@x.io', 2),
      { recipient: 'c@x.io' },
      { recipient: 'd@x.io', occurredAt: daysAgo(50) },
    ])
    const policy = withRule('mailbox_full', { after: { bounces: 2, days: 10 } })
    const preview = value(await previewPolicy(desk.ctx(), { policy }))
    expect(preview).toMatchObject({ listed: 1, suggested: 1, held: 2 })
    expect(preview.categories).toEqual([
      { category: 'mailbox_full', bounces: 3, listed: 0, suggested: 1, held: 2 },
      { category: 'invalid_recipient', bounces: 1, listed: 1, suggested: 0, held: 0 },
    ])
    const before = [await desk.listed(), await desk.suggested()]
    expect(before).toEqual([['b@x.io bounce*', 'c@x.io bounce', 'd@x.io bounce'], []])
    const { actId } = value(await savePolicy(desk.ctx('admin'), { policy }))
    await settled()
    expect(await desk.suggested()).toEqual(['a@x.io repeated'])
    expect(value(await savePolicy(desk.ctx('admin'), { policy }))).toEqual({ actId: null })
    value(await undoAct(desk.ctx('admin'), { actId: actId! }))
    await settled()
    expect([await desk.listed(), await desk.suggested()]).toEqual(before)
  })

  it('never lists contacts at once for what is not their fault, and only admins change it', async () => {
    const wrong = await savePolicy(desk.ctx('admin'), { policy: withRule('spam_block', { list: 'at_once' }) })
    expect(wrong.ok || wrong.error.code).toBe('invalid_input')
    const role = await savePolicy(desk.ctx('operator'), {
      policy: withRule('mailbox_full', { holdDays: [] }),
    })
    expect(role.ok || role.error.code).toBe('forbidden')
  })

  it('treats plus tags as one person where the workspace says so', async () => {
    await savePolicy(desk.ctx('admin'), {
      policy: { ...DEFAULT_POLICY, options: { plusTags: true, quietDays: 7 } },
    })
    await desk.bounce([full('a+one@x.io', 9), full('a+two@x.io', 8), full('a@x.io', 7), full('ab@x.io', 7)])
    expect(await desk.suggested()).toEqual(['a@x.io repeated'])
  })

  it('keeps whoever unsubscribed with a tag off every other form of the address, until that is undone', async () => {
    await addEntries(desk.ctx(), { entries: ['a+one@x.io', '+b@x.io'], reason: 'unsubscribe' })
    const before = await desk.listed()
    const { actId } = value(
      await savePolicy(desk.ctx('admin'), {
        policy: { ...DEFAULT_POLICY, options: { plusTags: true, quietDays: 7 } },
      }),
    )
    await settled()
    expect(await desk.listed()).toEqual([...before, 'a@x.io unsubscribe'].toSorted())
    expect(await counted(database, desk)).toEqual([3, 3])
    value(await undoAct(desk.ctx('admin'), { actId: actId! }))
    expect(await desk.listed()).toEqual(before)
  })

  it('leaves nothing behind in the other form when plus tags begin or cease to matter', async () => {
    const plusTags = (on: boolean) => ({
      policy: { ...DEFAULT_POLICY, options: { plusTags: on, quietDays: 7 as const } },
    })
    await desk.bounce([
      { recipient: 'a+one@x.io' },
      full('b+one@x.io', 9),
      full('b+two@x.io', 8),
      full('b@x.io', 7),
    ])
    expect([await desk.listed(), await desk.suggested()]).toEqual([['a+one@x.io bounce'], []])
    value(await savePolicy(desk.ctx('admin'), plusTags(true)))
    await settled()
    expect([await desk.listed(), await desk.suggested()]).toEqual([
      ['a@x.io bounce', 'b@x.io bounce*'],
      ['b@x.io repeated'],
    ])
    expect(await counted(database, desk)).toEqual([2, 2])
    value(await savePolicy(desk.ctx('admin'), plusTags(false)))
    await settled()
    expect([await desk.listed(), await desk.suggested()]).toEqual([['a+one@x.io bounce'], []])
    expect(await counted(database, desk)).toEqual([1, 1])
  })
})
