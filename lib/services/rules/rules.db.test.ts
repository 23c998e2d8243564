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
import { randomBounces, TEST_REPLIES } from '@/db/testing/random-bounces'
import { loadRules } from '@/lib/jobs/imports/rules'
import type { Context, Role } from '@/lib/services/context'
import { reclassify } from '@/lib/services/replies/reclassify'
import { undoReclassification } from '@/lib/services/replies/undo-reclassification'
import { value } from '@/lib/services/testing/value'
import { deleteDecision } from './delete-decision'
import { deleteRule } from './delete-rule'
import { moveRule } from './move-rule'
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
  const from = new Date('2026-10-24T20:00:00Z')
  await storeBounces(
    database.sql,
    workspace,
    randomBounces(7, 500, from, new Date('2026-10-27T00:00:00Z')),
    texts,
  )
})

function context(role: Role = 'operator'): Context {
  clock += 1000
  const { db, sql } = database
  return { db, sql, workspace, actor: { userId: randomUUID(), role }, now: new Date(clock) }
}

const rule = (part: Partial<RuleInput> = {}): RuleInput => ({
  words: 'OVER  quota',
  code: '',
  provider: '',
  account: '',
  category: 'mailbox_full',
  ...part,
})
const stored = () => storedBounces(database.sql, workspace.id)
const byKey = (rows: StoredBounce[]) => new Map(rows.map((row) => [row.dedupeKey, row]))
const replyOf = (words: string) => TEST_REPLIES.find((reply) => reply.text.includes(words))!.id

const save = async (part: Partial<RuleInput> = {}, history = true) =>
  value(await saveRule(context(), { ...rule(part), history }))
const tested = async (part: Partial<RuleInput> = {}) => value(await testRule(context(), rule(part)))

async function expectExactTotals() {
  expect(await storedTotals(database.sql, workspace.id)).toEqual(totalsOf(await stored(), workspace.timeZone))
}

describe('a rule on words', () => {
  it('moves exactly the bounces that its test counts, and is undone exactly', async () => {
    const before = byKey(await stored())
    const cases: Partial<RuleInput>[] = [
      {},
      { code: '550', category: 'spam_block' },
      { code: '5.1.1', provider: 'google', words: 'user unknown' },
      { account: 'anna@acme.test', words: 'try later', category: 'server_unavailable' },
      { words: '550', category: 'policy_violation' },
    ]
    for (const part of cases) {
      const { words, code, provider, account, category } = rule(part)
      const says = (b: StoredBounce) =>
        texts.get(b.templateId)!.includes(words.toLowerCase().replace('  ', ' '))
      const codeOf = (b: StoredBounce) => (code.includes('.') ? b.enhancedCode : b.smtpCode || '550')
      const expected = [...before.values()].filter(
        (b) =>
          says(b) &&
          (code === '' || codeOf(b) === code) &&
          (provider === '' || b.provider === provider) &&
          (account === '' || b.account === account) &&
          b.category !== category,
      )
      const test = await tested(part)
      expect(test.count).toBe(expected.length)
      expect(test.count).toBeGreaterThan(5)
      expect(test.from.reduce((sum, each) => sum + each.count, 0)).toBe(test.count)
      const { actId, count } = await save(part)
      expect(count).toBe(test.count)
      const after = byKey(await stored())
      const moved = new Set(expected.map((b) => b.dedupeKey))
      for (const [key, old] of before) {
        if (moved.has(key))
          expect(after.get(key)).toMatchObject({ category, decidedBy: `workspace_rule:${actId}` })
        else expect(after.get(key)).toEqual(old)
      }
      await expectExactTotals()
      expect(value(await undoReclassification(context(), { id: actId }))).toEqual({ count })
      expect(byKey(await stored())).toEqual(before)
      await expectExactTotals()
      expect((await loadRules(database.sql, workspace.id)).wording).toEqual([])
    }
  })

  it('leaves the history alone where that is not wanted', async () => {
    const before = byKey(await stored())
    const { count, actId } = await save({}, false)
    expect(count).toBe(0)
    expect(byKey(await stored())).toEqual(before)
    expect((await loadRules(database.sql, workspace.id)).wording).toHaveLength(1)
    await undoReclassification(context(), { id: actId })
    expect((await loadRules(database.sql, workspace.id)).wording).toEqual([])
  })

  it('never overtakes a person’s decision nor an earlier rule', async () => {
    const quota = replyOf('over quota')
    value(
      await reclassify(context(), { category: 'spam_block', scope: { kind: 'reply', templateId: quota } }),
    )
    expect((await tested()).count).toBe(0)
    await save({ words: 'user unknown', category: 'invalid_recipient', provider: 'google' }, false)
    const rest = (await stored()).filter(
      (b) =>
        b.templateId === replyOf('user unknown') && b.provider !== 'google' && b.category !== 'mail_loop',
    )
    const { count } = await save({ words: 'unknown', category: 'mail_loop' })
    expect(count).toBe(rest.length)
    expect(count).toBeGreaterThan(5)
    await expectExactTotals()
  })

  it('brings back what came in under it when it is undone', async () => {
    const { ruleId, actId } = await save({}, false)
    await database.sql`
      update bounces set category = 'mailbox_full', bounce_type = 'soft', decided_by = ${`workspace_rule:${ruleId}`}
      where workspace_id = ${workspace.id} and template_id = ${replyOf('over quota')} and provider = 'google'
        and category = 'mailbox_full'`
    const under = (await stored()).filter((b) => b.decidedBy === `workspace_rule:${ruleId}`)
    expect(under.length).toBeGreaterThan(0)
    value(await undoReclassification(context(), { id: actId }))
    const after = byKey(await stored())
    for (const { dedupeKey } of under)
      expect(after.get(dedupeKey)!.decidedBy).toMatch(/^(words|enhanced_code|reply_code)/)
  })

  it('is put in order, switched, deleted, and recorded', async () => {
    const first = await save({}, false)
    const second = await save({ words: 'user unknown' }, false)
    const order = async () => (await loadRules(database.sql, workspace.id)).wording.map((each) => each.id)
    expect(await order()).toEqual([first.ruleId, second.ruleId])
    value(await moveRule(context(), { id: second.ruleId, to: 'up' }))
    expect(await order()).toEqual([second.ruleId, first.ruleId])
    value(await moveRule(context(), { id: second.ruleId, to: 'up' }))
    value(await switchRule(context(), { id: second.ruleId, enabled: false }))
    expect(await order()).toEqual([first.ruleId])
    value(await switchRule(context(), { id: second.ruleId, enabled: true }))
    expect(await order()).toEqual([second.ruleId, first.ruleId])
    value(await deleteRule(context(), { id: second.ruleId }))
    expect(await order()).toEqual([first.ruleId])
    const actions = await database.sql<{ action: string }[]>`
      select action from activity where workspace_id = ${workspace.id} order by at, id`
    expect(actions.map((each) => each.action)).toEqual([
      'rule.saved',
      'rule.saved',
      'rule.moved',
      'rule.moved',
      'rule.disabled',
      'rule.enabled',
      'rule.deleted',
    ])
  })

  it('refuses viewers, nonsense, twins and what is not there', async () => {
    await save({}, false)
    const id = randomUUID()
    const codes = [
      await testRule(context('viewer'), rule()),
      await saveRule(context('viewer'), { ...rule({ words: 'other' }), history: true }),
      await deleteRule(context('viewer'), { id }),
      await saveRule(context(), { ...rule({ words: ' a ' }), history: true }),
      await saveRule(context(), { ...rule({ code: '9.9' }), history: true }),
      await saveRule(context(), { ...rule({ category: 'unclassified' as 'spam_block' }), history: true }),
      await saveRule(context(), { ...rule({ words: 'Over  Quota' }), history: true }),
      await deleteRule(context(), { id }),
      await deleteDecision(context(), { id }),
      await switchRule(context(), { id, enabled: true }),
      await moveRule(context(), { id, to: 'up' }),
    ].map((result) => result.ok || result.error.code)
    const bad = 'invalid_input'
    const gone = 'not_found'
    expect(codes).toEqual([
      'forbidden',
      'forbidden',
      'forbidden',
      bad,
      bad,
      bad,
      'conflict',
      gone,
      gone,
      gone,
      gone,
    ])
  })
})

describe('a decision for a reply', () => {
  it('is ended for imports from now on', async () => {
    const templateId = replyOf('over quota')
    value(await reclassify(context(), { category: 'spam_block', scope: { kind: 'reply', templateId } }))
    const before = byKey(await stored())
    value(await deleteDecision(context(), { id: templateId }))
    expect((await loadRules(database.sql, workspace.id)).templates).toEqual([])
    expect(byKey(await stored())).toEqual(before)
  })
})
