import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTACT_STATES, stateOf, type Standing } from './eligibility'
import { DEFAULT_POLICY } from '@/lib/dne/policy'
import { rulesOf } from './rules'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const base: Standing = {
  bouncedAt: at(10),
  tries: 1,
  triesAfterFix: 0,
  fixedAt: null,
  listed: null,
  inBatch: false,
}
const retry = { needsFix: false, max: 3 }
const fix = { needsFix: true, max: 3 }

describe('what a contact is', () => {
  it.each<[string, Partial<Standing>, typeof retry, string]>([
    ['a hold that is over', {}, retry, 'ready'],
    ['a hold', { listed: { until: at(13) } }, retry, 'resting'],
    ['the list for good', { listed: { until: null } }, retry, 'listed'],
    ['the list, also in a batch', { listed: { until: null }, inBatch: true }, retry, 'listed'],
    ['a batch', { inBatch: true }, retry, 'in_batch'],
    ['the third try', { tries: 3 }, retry, 'given_up'],
    ['the third try, still held', { tries: 3, listed: { until: at(13) } }, retry, 'given_up'],
    ['our own fault', {}, fix, 'waiting'],
    ['our own fault nine times over', { tries: 9 }, fix, 'waiting'],
    ['a fix', { fixedAt: at(11) }, fix, 'ready'],
    ['a fix in the same second', { fixedAt: at(10) }, fix, 'ready'],
    ['a fix before the bounce', { fixedAt: at(9), tries: 2, triesAfterFix: 1 }, fix, 'waiting'],
    ['three bounces after fixes', { fixedAt: at(11), tries: 4, triesAfterFix: 3 }, fix, 'given_up'],
    ['a fix and a hold', { fixedAt: at(11), listed: { until: at(13) } }, fix, 'resting'],
  ])('%s', (_, part, rule, state) => {
    expect(stateOf({ ...base, ...part }, rule)).toBe(state)
  })

  it('is always one of the states, and never ready while anything speaks against it', () => {
    const date = fc.date({ min: at(1), max: at(28), noInvalidDate: true })
    const standing = fc.record<Standing>({
      bouncedAt: date,
      tries: fc.integer({ min: 1, max: 6 }),
      triesAfterFix: fc.integer({ min: 0, max: 6 }),
      fixedAt: fc.option(date),
      listed: fc.option(fc.record({ until: fc.option(date) })),
      inBatch: fc.boolean(),
    })
    fc.assert(
      fc.property(standing, fc.boolean(), fc.integer({ min: 1, max: 5 }), (each, needsFix, max) => {
        const state = stateOf(each, { needsFix, max })
        expect(CONTACT_STATES).toContain(state)
        if (state !== 'ready') return
        expect(each.listed).toBeNull()
        expect(each.inBatch).toBe(false)
        expect(needsFix ? each.triesAfterFix : each.tries).toBeLessThan(max)
        if (needsFix) expect(each.fixedAt!.getTime()).toBeGreaterThanOrEqual(each.bouncedAt.getTime())
      }),
    )
  })
})

describe('the rules', () => {
  it('let a cause on our side wait for a person, unless the policy rests it', () => {
    const rules = rulesOf({}, DEFAULT_POLICY)
    const waiting = rules.filter((rule) => rule.needsFix).map((rule) => rule.category)
    expect(waiting.toSorted()).toEqual([
      'authentication',
      'blacklisted',
      'invalid_format',
      'message_too_large',
      'policy_violation',
      'relay_denied',
      'spam_block',
    ])
    expect(rules.every((rule) => rule.max === 3 && rule.days === 30)).toBe(true)
  })

  it('take the tries a workspace set', () => {
    const rules = rulesOf({ mailbox_full: { max: 5, days: 60 } }, DEFAULT_POLICY)
    const rule = rules.find((each) => each.category === 'mailbox_full')
    expect(rule).toMatchObject({ max: 5, days: 60, needsFix: false })
  })
})
