import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import {
  makeWorkspace,
  storeBounces,
  storedBounces,
  storedTotals,
  totalsOf,
  type StoredBounce,
  type TestWorkspace,
} from '@/db/testing/bounces'
import { pick, randomBounces, seeded, TEST_CATEGORIES, TEST_REPLIES } from '@/db/testing/random-bounces'
import { categoryById } from '@/lib/bounce/categories'
import { formatBounceKey } from '@/lib/bounce/key'
import type { Context, Role } from '@/lib/services/context'
import { value } from '@/lib/services/testing/value'
import { reclassify, type ReclassifyInput } from './reclassify'
import { undoReclassification } from './undo-reclassification'

let database: TestDatabase
let workspace: TestWorkspace
let clock = Date.parse('2026-11-02T10:00:00Z')

const from = new Date('2026-10-24T20:00:00Z') // across the end of summer time in Berlin
const to = new Date('2026-10-27T00:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  workspace = await makeWorkspace(database.sql)
  await storeBounces(database.sql, workspace, randomBounces(5, 400, from, to))
})

function context(role: Role = 'operator'): Context {
  clock += 1000
  const { db, sql } = database
  return { db, sql, workspace, actor: { userId: randomUUID(), role }, now: new Date(clock) }
}

const filter = (part: object = {}) => {
  const lists = { accounts: [], categories: [], families: [], providers: [], campaigns: [], types: [] }
  return { from: '2026-10-01', to: '2026-11-01', ...lists, ...part }
}
const reply = TEST_REPLIES[0]!.id
const stored = () => storedBounces(database.sql, workspace.id)
const byKey = (rows: StoredBounce[]) => new Map(rows.map((row) => [row.dedupeKey, row]))
const rule = async () => {
  const rows = await database.sql<{ category: string }[]>`
    select category from template_rules where workspace_id = ${workspace.id} and template_id = ${reply}`
  return rows[0]?.category ?? null
}
const version = async () =>
  (
    await database.sql<{ v: number }[]>`select data_version as v from workspaces where id = ${workspace.id}`
  )[0]!.v
const activities = async () =>
  (
    await database.sql<{ action: string; count: number }[]>`
    select action, count from activity where workspace_id = ${workspace.id} order by at`
  ).map((a) => ({ ...a }))

async function expectExactTotals() {
  expect(await storedTotals(database.sql, workspace.id)).toEqual(totalsOf(await stored(), workspace.timeZone))
}

async function done(input: ReclassifyInput) {
  return value(await reclassify(context(), input))
}

describe('reclassifying', () => {
  it('moves every bounce of a reply, sets the rule, and keeps totals exact', async () => {
    const before = byKey(await stored())
    const { id, count } = await done({
      category: 'invalid_recipient',
      scope: { kind: 'reply', templateId: reply },
    })
    const changed = [...before.values()].filter(
      (b) => b.templateId === reply && b.category !== 'invalid_recipient',
    )
    expect(count).toBe(changed.length)
    expect(count).toBeGreaterThan(20)
    for (const row of await stored()) {
      const old = before.get(row.dedupeKey)!
      const moved = changed.includes(old)
      const type = old.smtpCode.startsWith('4') ? 'soft' : 'hard'
      expect(row).toEqual(
        moved
          ? {
              ...old,
              category: 'invalid_recipient',
              bounceType: type,
              confidence: 1,
              decidedBy: `workspace_rule:${id}`,
            }
          : old,
      )
    }
    await expectExactTotals()
    expect(await rule()).toBe('invalid_recipient')
    expect(await version()).toBe(1)
    expect(await activities()).toEqual([{ action: 'bounces.reclassified', count }])
  })

  it('is undone exactly, rule, totals and all', async () => {
    const before = byKey(await stored())
    const { id, count } = await done({
      category: 'unclassified',
      scope: { kind: 'reply', templateId: reply },
    })
    expect(
      (await stored()).filter((b) => b.category === 'unclassified').every((b) => b.bounceType === ''),
    ).toBe(true)
    await expectExactTotals()
    expect(await undoReclassification(context(), { id })).toEqual({ ok: true, value: { count } })
    expect(byKey(await stored())).toEqual(before)
    await expectExactTotals()
    expect(await rule()).toBeNull()
    expect(await version()).toBe(2)
    const again = await undoReclassification(context(), { id })
    expect(again.ok || again.error.code).toBe('conflict')
  })

  it('leaves alone at undo what was changed again since, in either order of undoing', async () => {
    const start = byKey(await stored())
    for (const order of ['older first', 'newer first']) {
      const older = await done({ category: 'spam_block', scope: { kind: 'reply', templateId: reply } })
      const middle = byKey(await stored())
      const newer = await done({ category: 'blacklisted', scope: { kind: 'reply', templateId: reply } })
      const last = byKey(await stored())
      if (order === 'older first') {
        const undone = await undoReclassification(context(), { id: older.id })
        expect(undone).toEqual({ ok: true, value: { count: 0 } })
        expect(byKey(await stored())).toEqual(last)
        expect(await rule()).toBe('blacklisted')
        await undoReclassification(context(), { id: newer.id })
        // The older act is gone from history, so what it had done is what the newer one gives back.
        expect(byKey(await stored())).toEqual(middle)
        expect(await rule()).toBeNull()
        await database.sql`delete from bounces where workspace_id = ${workspace.id}`
        for (const table of ['account_days', 'provider_days', 'account_provider_days', 'template_days']) {
          await database.sql`delete from ${database.sql(table)} where workspace_id = ${workspace.id}`
        }
        await storeBounces(database.sql, workspace, [...start.values()])
      } else {
        await undoReclassification(context(), { id: newer.id })
        expect(byKey(await stored())).toEqual(middle)
        expect(await rule()).toBe('spam_block')
        await undoReclassification(context(), { id: older.id })
        expect(byKey(await stored())).toEqual(start)
        expect(await rule()).toBeNull()
      }
      await expectExactTotals()
    }
  })

  it('changes single bounces and whole filters, without a rule', async () => {
    const rows = await stored()
    const some = rows.filter((b) => b.category !== 'mailbox_full').slice(0, 3)
    const { count } = await done({
      category: 'mailbox_full',
      scope: { kind: 'bounces', keys: some.map((b) => formatBounceKey(b)) },
    })
    expect(count).toBe(3)
    const at = { providers: ['google'], types: ['soft' as const] }
    const expected = (await stored()).filter(
      (b) => b.provider === 'google' && b.bounceType === 'soft' && b.category !== 'mail_loop',
    )
    const wide = await done({ category: 'mail_loop', scope: { kind: 'filter', filter: filter(at) } })
    expect(wide.count).toBe(expected.length)
    expect(await rule()).toBeNull()
    await expectExactTotals()
  })

  it('says so when there is nothing to change, the reply is unknown, or the role may not', async () => {
    const [row] = (await stored()).filter((b) => b.category === 'mailbox_full')
    const same: ReclassifyInput = {
      category: 'mailbox_full',
      scope: { kind: 'bounces', keys: [formatBounceKey(row!)] },
    }
    const codes = [
      await reclassify(context(), same),
      await reclassify(context(), {
        category: 'mailbox_full',
        scope: { kind: 'reply', templateId: randomUUID() },
      }),
      await reclassify(context('viewer'), { ...same, category: 'spam_block' }),
      await reclassify(context(), { ...same, category: 'nonsense' as 'spam_block' }),
      await undoReclassification(context(), { id: randomUUID() }),
    ].map((result) => result.ok || result.error.code)
    expect(codes).toEqual(['precondition_failed', 'not_found', 'forbidden', 'invalid_input', 'not_found'])
    expect(await version()).toBe(0)
    expect(await activities()).toEqual([])
  })

  it('never reaches another workspace', async () => {
    const own = byKey(await stored())
    const mine = workspace
    workspace = await makeWorkspace(database.sql)
    const foreign = await reclassify(context(), {
      category: 'spam_block',
      scope: { kind: 'bounces', keys: [...own.values()].slice(0, 5).map((b) => formatBounceKey(b)) },
    })
    expect(foreign.ok || foreign.error.code).toBe('precondition_failed')
    workspace = mine
    const { id } = await done({ category: 'spam_block', scope: { kind: 'reply', templateId: reply } })
    workspace = await makeWorkspace(database.sql)
    const undo = await undoReclassification(context(), { id })
    expect(undo.ok || undo.error.code).toBe('not_found')
    workspace = mine
  })

  it('reads the code in the text where no column has one', async () => {
    const at = new Date('2026-10-26T10:00:00Z')
    const [sample] = randomBounces(1, 1, at, at)
    const told = ['450 4.1.1 User unknown', '550 5.1.1 User unknown', '4.1.1 unknown', 'unknown']
    const own = told.map((diagnostic, i) => ({
      ...sample!,
      category: 'spam_block',
      bounceType: 'soft' as const,
      diagnostic,
      templateId: randomUUID(),
      dedupeKey: randomUUID(),
      smtpCode: '',
      enhancedCode: '',
      occurredAt: new Date(at.getTime() + (i + 10) * 86_400_000),
    }))
    await storeBounces(database.sql, workspace, own)
    await done({
      category: 'invalid_recipient',
      scope: { kind: 'bounces', keys: own.map((b) => formatBounceKey(b)) },
    })
    const now = byKey(await stored())
    expect(own.map((b) => now.get(b.dedupeKey)!.bounceType)).toEqual(['soft', 'hard', 'soft', 'hard'])
  })

  it('decides bounces anew that came in under the rule, once it is undone', async () => {
    const { id } = await done({ category: 'spam_block', scope: { kind: 'reply', templateId: reply } })
    const second = await done({ category: 'blacklisted', scope: { kind: 'reply', templateId: reply } })
    const [sample] = randomBounces(77, 1, from, to)
    const text = {
      diagnostic: '552 5.2.2 Mailbox full',
      templateId: reply,
      smtpCode: '552',
      enhancedCode: '5.2.2',
    }
    const later = ['2026-11-03T08:00:00Z', '2026-11-05T08:00:00Z'].map((at) => ({
      ...sample!,
      ...text,
      occurredAt: new Date(at),
      dedupeKey: randomUUID(),
      category: 'blacklisted',
      bounceType: 'soft' as const,
      decidedBy: `workspace_rule:${reply}`,
    }))
    await storeBounces(database.sql, workspace, later)
    const categories = async () => {
      const now = byKey(await stored())
      return later.map((b) => now.get(b.dedupeKey)!.category)
    }
    await undoReclassification(context(), { id: second.id })
    expect(await categories()).toEqual(['spam_block', 'spam_block'])
    await expectExactTotals()
    await undoReclassification(context(), { id })
    expect(await categories()).toEqual(['mailbox_full', 'mailbox_full'])
    await expectExactTotals()
  })

  it('keeps totals exact under concurrent acts and undos', async () => {
    const random = seeded(99)
    const rows = await stored()
    const act = async () => {
      const kind = random()
      const category = pick(random, TEST_CATEGORIES) as ReclassifyInput['category']
      const scope: ReclassifyInput['scope'] =
        kind < 0.4
          ? { kind: 'reply', templateId: pick(random, TEST_REPLIES).id }
          : kind < 0.7
            ? { kind: 'filter', filter: filter({ providers: ['google'] }) }
            : { kind: 'bounces', keys: [formatBounceKey(pick(random, rows))] }
      const result = await reclassify(context(), { category, scope })
      if (result.ok && random() < 0.6) await undoReclassification(context(), { id: result.value.id })
    }
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let i = 0; i < 8; i++) await act()
      }),
    )
    await expectExactTotals()
    for (const row of await stored()) {
      if (!row.decidedBy.startsWith('workspace_rule:')) continue
      const hardAllowed = categoryById(row.category)?.bounceType === 'hard' && !row.smtpCode.startsWith('4')
      expect(row.bounceType).toBe(row.category === 'unclassified' ? '' : hardAllowed ? 'hard' : 'soft')
    }
  })
})
