import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { listRules } from '@/db/queries/rules/list-rules'
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
import { randomBounces, TEST_REPLIES } from '@/db/testing/random-bounces'
import type { Context, Role } from '@/lib/services/context'
import { undoReclassification } from '@/lib/services/replies/undo-reclassification'
import { value } from '@/lib/services/testing/value'
import { editRule } from './edit-rule'
import type { RuleInput } from './rule-input'
import { saveRule } from './save-rule'
import { switchRule } from './switch-rule'
import { testRule } from './test-rule'

let database: TestDatabase
let workspace: TestWorkspace
let clock = Date.parse('2026-11-02T10:00:00Z')
const texts = new Map(TEST_REPLIES.map((reply) => [reply.id, reply.text]))

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  workspace = await makeWorkspace(database.sql)
  const [from, to] = [new Date('2026-10-24T20:00:00Z'), new Date('2026-10-27T00:00:00Z')]
  await storeBounces(database.sql, workspace, randomBounces(7, 500, from, to), texts)
})

function context(role: Role = 'operator'): Context {
  clock += 1000
  const { db, sql } = database
  return { db, sql, workspace, actor: { userId: randomUUID(), role }, now: new Date(clock) }
}

const QUOTA: RuleInput = { words: 'over quota', code: '', provider: '', account: '', category: 'spam_block' }
const stored = () => storedBounces(database.sql, workspace.id)
const rules = () => listRules(database.sql, workspace.id)

const markOf = (row: StoredBounce) => `${row.dedupeKey} ${row.category} ${row.bounceType} ${row.decidedBy}`

/** What has other categories than before. */
function changed(before: StoredBounce[], after: StoredBounce[]): StoredBounce[] {
  const old = new Map(before.map((row) => [row.dedupeKey, row.category]))
  return after.filter((row) => old.get(row.dedupeKey) !== row.category)
}

async function edited(id: string, rule: RuleInput, history = true) {
  const before = await stored()
  const { count: foreseen } = value(await testRule(context(), { ...rule, id }))
  const act = value(await editRule(context(), { ...rule, id, history }))
  const moved = changed(before, await stored())
  expect(act.count).toBe(moved.length)
  if (history) expect(act.count).toBe(foreseen)
  expect(await storedTotals(database.sql, workspace.id)).toEqual(totalsOf(await stored(), workspace.timeZone))
  return { ...act, moved }
}

it('moves what its test says, its own bounces too, and is undone with its words', async () => {
  const { ruleId: id } = value(await saveRule(context(), { ...QUOTA, history: true }))
  const underOld = await stored()
  const first = await edited(id, { ...QUOTA, category: 'policy_violation' })
  expect(first.count).toBeGreaterThan(5)
  expect(new Set(first.moved.map((row) => row.category))).toEqual(new Set(['policy_violation']))
  // The second edit finds what the first one moved.
  const second = await edited(id, { ...QUOTA, words: 'quota', category: 'mail_loop' })
  expect(second.count).toBeGreaterThanOrEqual(first.count)
  expect(await rules()).toMatchObject([{ id, words: 'quota', category: 'mail_loop', enabled: true }])

  value(await undoReclassification(context(), { id: second.actId }))
  expect(await rules()).toMatchObject([{ id, words: 'over quota', category: 'policy_violation' }])
  value(await undoReclassification(context(), { id: first.actId }))
  expect(await rules()).toMatchObject([{ id, ...QUOTA }])
  expect(changed(underOld, await stored())).toEqual([])
  expect(new Set((await stored()).map(markOf))).toEqual(new Set(underOld.map(markOf)))
})

it('keeps its place: earlier rules come first, later ones do not', async () => {
  const { ruleId: earlier } = value(
    await saveRule(context(), { ...QUOTA, provider: 'google', history: false }),
  )
  const { ruleId: id } = value(await saveRule(context(), { ...QUOTA, words: 'user unknown', history: false }))
  value(await saveRule(context(), { ...QUOTA, words: 'quota', history: false }))
  const { moved } = await edited(id, { ...QUOTA, category: 'mail_loop' })
  expect(moved.length).toBeGreaterThan(0)
  expect(moved.filter((row) => row.provider === 'google')).toEqual([])
  expect((await rules()).slice(0, 2).map((rule) => rule.id)).toEqual([earlier, id])
})

it('leaves the past alone where that is not wanted, or the rule is off', async () => {
  const { ruleId: id } = value(await saveRule(context(), { ...QUOTA, history: false }))
  expect((await edited(id, { ...QUOTA, category: 'mail_loop' }, false)).count).toBe(0)
  value(await switchRule(context(), { id, enabled: false }))
  const before = await stored()
  const off = value(await editRule(context(), { ...QUOTA, words: 'quota', id, history: true }))
  expect(off.count).toBe(0)
  expect(await stored()).toEqual(before)
  expect(await rules()).toMatchObject([{ id, words: 'quota', enabled: false }])
})

it('refuses viewers, twins, nonsense and what is not there', async () => {
  const { ruleId: id } = value(await saveRule(context(), { ...QUOTA, history: false }))
  value(await saveRule(context(), { ...QUOTA, words: 'user unknown', history: false }))
  const codes = [
    await editRule(context('viewer'), { ...QUOTA, id, history: true }),
    await editRule(context(), { ...QUOTA, id, words: 'User Unknown', history: true }),
    await editRule(context(), { ...QUOTA, id, words: 'a', history: true }),
    await editRule(context(), { ...QUOTA, id: randomUUID(), history: true }),
  ].map((result) => result.ok || result.error.code)
  expect(codes).toEqual(['forbidden', 'conflict', 'invalid_input', 'not_found'])
  expect(await rules()).toMatchObject([{ id, ...QUOTA }, { words: 'user unknown' }])
})
