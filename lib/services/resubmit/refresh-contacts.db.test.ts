import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactStanding } from '@/db/queries/resubmit/contact-standing'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import { standing } from '@/db/queries/resubmit/standing'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { insertBounces, storeBounces, type StoredBounce } from '@/db/testing/bounces'
import { formatBounceKey } from '@/lib/bounce/key'
import { newId } from '@/lib/id'
import { stateOf } from '@/lib/resubmit/eligibility'
import type { Rule } from '@/lib/resubmit/rules'
import type { Context } from '@/lib/services/context'
import { addWorkspace } from '@/lib/services/testing/people'
import { markFixed } from './mark-fixed'
import { refreshContacts } from './refresh-contacts'
import { bounceOf } from './testing/bounces'
import { undoFix } from './undo-fix'

const NOW = new Date('2026-11-20T10:00:00Z')
const DAY = 86_400_000
const daysAgo = (n: number) => new Date(NOW.getTime() - n * DAY)

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())

interface Stored {
  recipient: string
  category: string
  bouncedAt: Date
  tries: number
  triesAfterFix: number
  state: string
}

async function contactsOf(ctx: Context): Promise<Stored[]> {
  const own = await loadRules(ctx.sql, ctx.workspace.id)
  const moment = { workspaceId: ctx.workspace.id, now: ctx.now, ...own }
  return ctx.sql<Stored[]>`
    select recipient, category, bounced_at as "bouncedAt", tries, tries_after_fix as "triesAfterFix", state
    from (${standing(ctx.sql, moment)}) s order by recipient`
}

async function withBounces(bounces: StoredBounce[]): Promise<Context> {
  const ctx = await addWorkspace(test)
  await storeBounces(ctx.sql, ctx.workspace, bounces)
  await refreshContacts(
    ctx.sql,
    { workspaceId: ctx.workspace.id, now: ctx.now },
    bounces.map((bounce) => bounce.recipient),
  )
  return ctx
}

describe('contacts', () => {
  it('are told one by one what they are, with their last bounce', async () => {
    const full = bounceOf('full@a.example', daysAgo(9), 'mailbox_full')
    const ctx = await withBounces([
      bounceOf('full@a.example', daysAgo(19), 'mailbox_full'),
      full,
      bounceOf('listed@a.example', daysAgo(2), 'blacklisted'),
      bounceOf('gone@a.example', daysAgo(8), 'invalid_recipient'),
    ])
    const own = await loadRules(ctx.sql, ctx.workspace.id)
    const of = (who: string) =>
      contactStanding(ctx.sql, { workspaceId: ctx.workspace.id, now: NOW, ...own }, who)
    expect(await of('full@a.example')).toEqual({
      state: 'ready',
      category: 'mailbox_full',
      account: 'anna@acme.example',
      bounceKey: formatBounceKey(full),
    })
    expect(await of('listed@a.example')).toMatchObject({ state: 'waiting', category: 'blacklisted' })
    expect(await of('gone@a.example')).toBeNull()
  })

  it('stand while their last bounce is soft', async () => {
    const ctx = await withBounces([
      bounceOf('soft@a.example', daysAgo(9), 'mailbox_full'),
      bounceOf('gone@a.example', daysAgo(9), 'mailbox_full'),
      bounceOf('gone@a.example', daysAgo(8), 'invalid_recipient'),
      bounceOf('unread@a.example', daysAgo(9), 'mailbox_full'),
      bounceOf('unread@a.example', daysAgo(8), 'unclassified'),
      bounceOf('never@a.example', daysAgo(8), 'unclassified'),
      ...[1, 2, 3].map((n) => bounceOf('often@a.example', daysAgo(n * 9), 'server_unavailable')),
      ...[1, 2, 3].map((n) => bounceOf('rarely@a.example', daysAgo(n * 16), 'server_unavailable')),
      ...[1, 2, 3, 4].map((n) => bounceOf('ours@a.example', daysAgo(n), 'blacklisted')),
    ])
    expect((await contactsOf(ctx)).map(({ recipient, state, tries }) => [recipient, state, tries])).toEqual([
      ['often@a.example', 'given_up', 3],
      ['ours@a.example', 'waiting', 4],
      ['rarely@a.example', 'ready', 2],
      ['soft@a.example', 'ready', 1],
      ['unread@a.example', 'ready', 1],
    ])
  })

  it('are ready once their cause is fixed, and wait again when the fix is taken back', async () => {
    const ctx = await withBounces([
      bounceOf('a@a.example', daysAgo(4), 'blacklisted'),
      bounceOf('b@a.example', daysAgo(2), 'blacklisted'),
      bounceOf('c@a.example', daysAgo(4), 'blacklisted', { account: 'ben@acme.example' }),
      bounceOf('d@a.example', daysAgo(4), 'spam_block'),
    ])
    const fixed = await markFixed(ctx, {
      category: 'blacklisted',
      account: 'anna@acme.example',
      what: 'Delisted',
      fixedAt: daysAgo(3),
    })
    expect(fixed).toMatchObject({ ok: true, value: { ready: 1 } })
    const states = async () => (await contactsOf(ctx)).map((each) => each.state)
    expect(await states()).toEqual(['ready', 'waiting', 'waiting', 'waiting'])
    const id = fixed.ok ? fixed.value.id : ''
    expect(await undoFix(ctx, { id })).toMatchObject({ ok: true })
    expect(await undoFix(ctx, { id })).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(await states()).toEqual(['waiting', 'waiting', 'waiting', 'waiting'])
  })

  it('follow the list: a hold rests, a listing of address, domain or domain above takes them out', async () => {
    const people = [
      'held@a.example',
      'bad@a.example',
      'x@listed.example',
      'x@sub.listed.example',
      'x@deep.sub.all.example',
    ]
    const ctx = await withBounces(people.map((each) => bounceOf(each, daysAgo(9), 'mailbox_full')))
    const list = (value: string, scope: string, until: Date | null) => ctx.sql`
      insert into dne_reasons (workspace_id, value, reason, entry_id, scope, domain, category, until, source, created_at)
      values (${ctx.workspace.id}, ${value}, 'manual', ${newId()}, ${scope}, 'd', '', ${until}, 'person', ${NOW})`
    await list('held@a.example', 'address', daysAgo(-1))
    await list('bad@a.example', 'address', null)
    await list('listed.example', 'domain', null)
    await list('all.example', 'subdomains', null)
    const found = new Map((await contactsOf(ctx)).map((each) => [each.recipient, each.state]))
    expect(Object.fromEntries(found)).toEqual({
      'held@a.example': 'resting',
      'bad@a.example': 'listed',
      'x@listed.example': 'listed',
      'x@sub.listed.example': 'ready',
      'x@deep.sub.all.example': 'listed',
    })
    const later = { ...ctx, now: daysAgo(-2) }
    expect((await contactsOf(later)).find((each) => each.recipient === 'held@a.example')?.state).toBe('ready')
  })

  it('refuse fixes to come, of others, and of causes that need none', async () => {
    const ctx = await withBounces([bounceOf('a@a.example', daysAgo(1), 'blacklisted')])
    const fix = { category: 'blacklisted', account: 'anna@acme.example', what: 'Delisted', fixedAt: NOW }
    const viewer: Context = { ...ctx, actor: { ...ctx.actor, role: 'viewer' } }
    expect(await markFixed(viewer, fix)).toMatchObject({ error: { code: 'forbidden' } })
    expect(await markFixed(ctx, { ...fix, fixedAt: daysAgo(-1) })).toMatchObject({
      error: { code: 'invalid_input' },
    })
    expect(await markFixed(ctx, { ...fix, what: '  ' })).toMatchObject({ error: { code: 'invalid_input' } })
    expect(await markFixed(ctx, { ...fix, category: 'mailbox_full' })).toMatchObject({
      error: { code: 'precondition_failed' },
    })
  })
})

/** The same by hand: what the bounces of one recipient come to. */
function byHand(history: StoredBounce[], fixes: Date[], rules: readonly Rule[]) {
  const counted = history.filter((each) => each.bounceType !== '')
  const last = counted
    .toSorted(
      (a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.dedupeKey < b.dedupeKey ? -1 : 1),
    )
    .at(-1)
  if (!last || last.bounceType !== 'soft') return null
  const rule = rules.find((each) => each.category === last.category)!
  const from = last.occurredAt.getTime() - rule.days * DAY
  const same = counted.filter(
    (each) =>
      each.category === last.category && each.bounceType === 'soft' && each.occurredAt.getTime() > from,
  )
  const own = last.category === 'blacklisted' ? fixes : []
  const first = own.length > 0 ? Math.min(...own.map(Number)) : Infinity
  const contact = {
    bouncedAt: last.occurredAt,
    tries: same.length,
    triesAfterFix: same.filter((each) => each.occurredAt.getTime() > first).length,
    fixedAt: own.length > 0 ? new Date(Math.max(...own.map(Number))) : null,
    listed: null,
    inBatch: false,
  }
  return { tries: contact.tries, triesAfterFix: contact.triesAfterFix, state: stateOf(contact, rule) }
}

it('are the same by SQL and by hand, for any history, in any order of arrival', async () => {
  const category = fc.constantFrom('mailbox_full', 'blacklisted', 'invalid_recipient', 'unclassified')
  const history = fc.array(fc.tuple(category, fc.integer({ min: 0, max: 60 * 24 })), {
    minLength: 1,
    maxLength: 6,
  })
  const people = fc.array(history, { minLength: 3, maxLength: 12 })
  const fixHours = fc.array(fc.integer({ min: 0, max: 60 * 24 }), { maxLength: 2 })
  await fc.assert(
    fc.asyncProperty(people, fixHours, fc.nat(), async (all, hours, cut) => {
      const ago = (n: number) => new Date(NOW.getTime() - n * 3_600_000)
      const bounces = all.map((events, i) =>
        events.map(([kind, hour]) => bounceOf(`p${String(i).padStart(2, '0')}@a.example`, ago(hour), kind)),
      )
      const ctx = await addWorkspace(test)
      const scope = { workspaceId: ctx.workspace.id, now: NOW }
      const flat = bounces.flat()
      const first = flat.slice(0, cut % flat.length)
      for (const part of [first, flat.slice(first.length)]) {
        await insertBounces(ctx.sql, ctx.workspace.id, part)
        await refreshContacts(
          ctx.sql,
          scope,
          part.map((each) => each.recipient),
        )
      }
      for (const hour of hours)
        await markFixed(ctx, {
          category: 'blacklisted',
          account: 'anna@acme.example',
          what: 'x',
          fixedAt: ago(hour),
        })
      const { rules } = await loadRules(ctx.sql, ctx.workspace.id)
      const wanted = bounces.flatMap((each) => {
        const found = byHand(each, hours.map(ago), rules)
        return found ? [{ recipient: each[0]!.recipient, ...found }] : []
      })
      const got = (await contactsOf(ctx)).map(({ recipient, tries, triesAfterFix, state }) => ({
        recipient,
        tries,
        triesAfterFix,
        state,
      }))
      expect(got).toEqual(wanted)
    }),
    { numRuns: 25 },
  )
})
