import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { value } from '@/lib/services/testing/value'
import { addEntries } from './add-entries'
import { entryIdOf } from '@/db/queries/dne/entry-id'
import { removeEntries } from './remove-entries'
import { removeProtected } from './remove-protected'
import { counted, daysAgo, NOW, openDesk, type Desk } from './testing/desk'
import { undoAct } from './undo-act'
import { NO_DNE_FILTER } from '@/lib/dne/filter'
import { changeEntry } from './change-entry'

let database: TestDatabase
let desk: Desk
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  desk = await openDesk(database)
})

const id = (value: string) => entryIdOf(desk.workspace.id, value)
const activities = async () =>
  (
    await database.sql<{ action: string; count: number; why: string }[]>`
    select action, count, why from activity where workspace_id = ${desk.workspace.id} order by seq`
  ).map((row) => `${row.action} ${row.count} ${row.why}`.trim())

describe('adding', () => {
  it('takes addresses and domains in any spelling, once each, and says what it can’t read', async () => {
    const entries = [
      ' Anna@Acme.IO',
      '<anna@acme.io>',
      'mailto:ben@acme.io',
      'münchen.de',
      '*.mail.acme.io',
      '@gmal.com',
      'nonsense',
      '',
    ]
    const result = value(await addEntries(desk.ctx(), { entries, reason: 'manual', note: 'asked by phone' }))
    expect(result).toMatchObject({ added: 5, already: 0, unreadable: [{ text: 'nonsense' }] })
    expect(await desk.listed()).toEqual(
      [
        'anna@acme.io manual',
        'ben@acme.io manual',
        'gmal.com manual',
        'mail.acme.io manual',
        'xn--mnchen-3ya.de manual',
      ].sort(),
    )
    const again = value(await addEntries(desk.ctx(), { entries: ['ANNA@acme.io'], reason: 'manual' }))
    expect(again).toEqual({ actId: null, added: 0, already: 1, unreadable: [] })
    expect(await activities()).toEqual(['dne.added 5 asked by phone'])
    expect(await counted(database, desk)).toEqual([5, 5])
  })

  it('keeps reasons as facts of their own, lengthens what ends, and never shortens', async () => {
    await addEntries(desk.ctx(), { entries: ['a@x.io'], reason: 'manual', until: '2026-12-01' })
    expect(await desk.listed()).toEqual(['a@x.io manual*'])
    expect(
      value(await addEntries(desk.ctx(), { entries: ['a@x.io'], reason: 'manual', until: '2026-11-25' }))
        .added,
    ).toBe(0)
    await addEntries(desk.ctx(), { entries: ['a@x.io'], reason: 'manual' })
    await addEntries(desk.ctx(), { entries: ['a@x.io'], reason: 'unsubscribe' })
    expect(await desk.listed()).toEqual(['a@x.io manual', 'a@x.io unsubscribe'])
    expect(await counted(database, desk)).toEqual([1, 1])
    const past = await addEntries(desk.ctx(), { entries: ['b@x.io'], reason: 'manual', until: '2026-11-19' })
    expect(past.ok || past.error.code).toBe('invalid_input')
  })

  it('never narrows what stands: subdomains stay, and so does what is for good', async () => {
    await addEntries(desk.ctx(), { entries: ['*.x.io'], reason: 'manual', until: '2026-12-01' })
    await addEntries(desk.ctx(), { entries: ['x.io'], reason: 'manual' })
    await addEntries(desk.ctx(), { entries: ['y.io'], reason: 'manual' })
    await addEntries(desk.ctx(), { entries: ['*.y.io'], reason: 'manual', until: '2026-12-01' })
    const rows = await database.sql<{ says: string }[]>`
      select value || ' ' || scope || ' ' || coalesce(until::text, 'for good') as says from dne_reasons
      where workspace_id = ${desk.workspace.id} order by value`
    expect(rows.map((row) => row.says)).toEqual(['x.io subdomains for good', 'y.io subdomains for good'])
    expect(await counted(database, desk)).toEqual([2, 2])
  })

  it('is undone exactly, also where it lengthened something', async () => {
    await addEntries(desk.ctx(), { entries: ['a@x.io'], reason: 'manual', until: '2026-12-01' })
    const before = await desk.listed()
    const { actId } = value(
      await addEntries(desk.ctx(), { entries: ['a@x.io', 'b@x.io', 'x.io'], reason: 'manual' }),
    )
    expect(value(await undoAct(desk.ctx(), { actId: actId! }))).toEqual({
      restored: 3,
      left: 0,
      goesOn: false,
    })
    expect(await desk.listed()).toEqual(before)
    expect(await counted(database, desk)).toEqual([1, 1])
    const again = await undoAct(desk.ctx(), { actId: actId! })
    expect(again.ok || again.error.code).toBe('conflict')
  })
})

describe('removing', () => {
  it('leaves complaints and unsubscribes, and lets old bounces count no more', async () => {
    await desk.bounce([{ recipient: 'a@x.io' }, { recipient: 'b@x.io' }])
    await addEntries(desk.ctx(), { entries: ['a@x.io', 'c@x.io'], reason: 'complaint' })
    const why = 'The provider told us that it was wrong.'
    const removed = value(await removeEntries(desk.ctx(), { select: { filter: NO_DNE_FILTER }, why }))
    expect(removed).toMatchObject({ removed: 1, kept: 2 })
    expect(await desk.listed()).toEqual(['a@x.io complaint', 'c@x.io complaint'])
    await desk.bounce([{ recipient: 'b@x.io', occurredAt: daysAgo(40) }])
    expect(await desk.listed()).not.toContain('b@x.io bounce')
    await desk.bounce([{ recipient: 'b@x.io', occurredAt: new Date(NOW.getTime() + 60_000) }])
    expect(await desk.listed()).toContain('b@x.io bounce')
    expect(await counted(database, desk)).toEqual([3, 3])
  })

  it('is undone exactly: what followed from bounces is back, what was added meanwhile stays', async () => {
    await desk.bounce([{ recipient: 'a@x.io' }, { recipient: 'b@x.io', category: 'mailbox_full' }])
    await addEntries(desk.ctx(), { entries: ['a@x.io', 'x.io'], reason: 'manual', note: 'n' })
    const before = await desk.listed()
    expect(before).toEqual(['a@x.io bounce', 'a@x.io manual', 'b@x.io bounce*', 'x.io manual'])
    const { actId } = value(
      await removeEntries(desk.ctx(), { select: { ids: ['a@x.io', 'b@x.io', 'x.io'].map(id) }, why: 'test' }),
    )
    expect(await desk.listed()).toEqual([])
    await addEntries(desk.ctx(), { entries: ['x.io'], reason: 'manual', until: '2026-12-24' })
    expect(value(await undoAct(desk.ctx(), { actId: actId! }))).toEqual({
      restored: 3,
      left: 1,
      goesOn: false,
    })
    expect(await desk.listed()).toEqual(['a@x.io bounce', 'a@x.io manual', 'b@x.io bounce*', 'x.io manual*'])
    expect(await counted(database, desk)).toEqual([3, 3])
  })

  it('needs a reason and the role; a complaint goes by an admin with a sentence, one at a time', async () => {
    await addEntries(desk.ctx(), { entries: ['a@x.io'], reason: 'complaint' })
    const input = {
      entryId: id('a@x.io'),
      reason: 'complaint' as const,
      why: 'He wrote that it was a mistake.',
    }
    const refused = [
      await removeEntries(desk.ctx('viewer'), { select: { ids: [id('a@x.io')] }, why: 'x' }),
      await removeEntries(desk.ctx(), { select: { ids: [id('a@x.io')] }, why: ' ' }),
      await removeProtected(desk.ctx('operator'), input),
      await removeProtected(desk.ctx('admin'), { ...input, why: 'short' }),
      await removeProtected(desk.ctx('admin'), { ...input, reason: 'unsubscribe' }),
    ]
    expect(refused.map((each) => each.ok || each.error.code)).toEqual([
      'forbidden',
      'invalid_input',
      'forbidden',
      'invalid_input',
      'not_found',
    ])
    expect(value(await removeEntries(desk.ctx(), { select: { ids: [id('a@x.io')] }, why: 'x' }))).toEqual({
      actId: null,
      removed: 0,
      kept: 1,
      goesOn: false,
    })
    const { actId } = value(await removeProtected(desk.ctx('admin'), input))
    expect(await desk.listed()).toEqual([])
    await undoAct(desk.ctx(), { actId })
    expect(await desk.listed()).toEqual(['a@x.io complaint'])
    expect(await activities()).toEqual(['dne.added 1', `dne.removed 1 ${input.why}`, 'dne.undone 1'])
  })

  it('has no way round an admin: neither an end nor an undo takes a complaint off', async () => {
    const { actId } = value(
      await addEntries(desk.ctx(), { entries: ['a@x.io', 'b@x.io'], reason: 'complaint' }),
    )
    const change = { entryId: id('a@x.io'), reason: 'complaint' as const }
    const end = await changeEntry(desk.ctx(), { ...change, until: '2026-11-21' })
    expect(end.ok || end.error.code).toBe('precondition_failed')
    value(await undoAct(desk.ctx(), value(await changeEntry(desk.ctx(), { ...change, note: 'by phone' }))))
    const undo = await undoAct(desk.ctx(), { actId: actId! })
    expect(undo.ok || undo.error.code).toBe('forbidden')
    expect(await desk.listed()).toEqual(['a@x.io complaint', 'b@x.io complaint'])
    expect(value(await undoAct(desk.ctx('admin'), { actId: actId! })).restored).toBe(2)
    expect(await desk.listed()).toEqual([])
  })

  it('answers whoever comes second to take the same complaint off', async () => {
    await addEntries(desk.ctx(), { entries: ['a@x.io'], reason: 'complaint' })
    const input = { entryId: id('a@x.io'), reason: 'complaint' as const, why: 'It was a mistake.' }
    const both = await Promise.all([
      removeProtected(desk.ctx('admin'), input),
      removeProtected(desk.ctx('admin'), input),
    ])
    expect(both.map((each) => each.ok || each.error.code).toSorted()).toEqual(['not_found', true])
  })

  it('leaves a suggestion where nothing could be taken off', async () => {
    const full = (days: number) => ({
      recipient: 'a@x.io',
      category: 'mailbox_full',
      occurredAt: daysAgo(days),
    })
    await desk.bounce([full(29), full(25), full(20)])
    await addEntries(desk.ctx(), { entries: ['a@x.io'], reason: 'complaint' })
    await removeEntries(desk.ctx(), { select: { ids: [id('a@x.io')] }, why: 'x' })
    expect(await desk.suggested()).toEqual(['a@x.io repeated'])
  })

  it('changes a note and an end, undoably, never what follows from bounces', async () => {
    await desk.bounce([{ recipient: 'b@x.io' }])
    await addEntries(desk.ctx(), { entries: ['a@x.io'], reason: 'manual' })
    const { actId } = value(
      await changeEntry(desk.ctx(), {
        entryId: id('a@x.io'),
        reason: 'manual',
        until: '2026-12-01',
        note: 'x',
      }),
    )
    expect(await desk.listed()).toEqual(['a@x.io manual*', 'b@x.io bounce'])
    expect(await counted(database, desk)).toEqual([2, 2])
    value(await undoAct(desk.ctx(), { actId }))
    expect(await desk.listed()).toEqual(['a@x.io manual', 'b@x.io bounce'])
    const derived = await changeEntry(desk.ctx(), { entryId: id('b@x.io'), reason: 'bounce', until: null })
    expect(derived.ok || derived.error.code).toBe('not_found')
  })
})

it('never reaches another workspace', async () => {
  await addEntries(desk.ctx(), { entries: ['a@x.io'], reason: 'manual' })
  const mine = desk
  const foreignId = id('a@x.io')
  desk = await openDesk(database)
  value(await removeEntries(desk.ctx(), { select: { ids: [foreignId] }, why: 'x' }))
  value(await removeEntries(desk.ctx(), { select: { filter: NO_DNE_FILTER }, why: 'x' }))
  expect(await mine.listed()).toEqual(['a@x.io manual'])
})
