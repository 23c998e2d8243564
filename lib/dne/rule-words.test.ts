import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from './policy'
import { parseDays, ruleInWords } from './rule-words'

describe('a rule in words', () => {
  const words = (id: string, waits = false) => ruleInWords(DEFAULT_POLICY.categories[id]!, waits)

  it('says what the defaults do', () => {
    expect(words('invalid_recipient')).toBe(
      'A permanent reply lists the address at once. A temporary one rests 3 days; it is listed when it comes the 3rd time in 30 days.',
    )
    expect(words('mailbox_full')).toBe(
      'The contact rests 3 days, then 14 days. The 3rd time in 30 days, it is suggested for the list.',
    )
    expect(words('relay_denied', true)).toBe(
      'The contact waits for a fix on your side. The 4th time, it is suggested for the list.',
    )
    expect(words('too_many_recipients')).toBe('The contact rests 1 day. Never listed for this.')
  })

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [11, '11th'],
    [12, '12th'],
    [21, '21st'],
    [50, '50th'],
  ])('says %d as %s', (bounces, said) => {
    const rule = { list: 'suggest' as const, after: { bounces, days: null }, holdDays: [] }
    expect(ruleInWords(rule, false)).toContain(`The ${said} time, it is suggested`)
  })

  it('reads days of rest and refuses what is none', () => {
    expect(parseDays('3, 14')).toEqual([3, 14])
    expect(parseDays('')).toEqual([])
    expect(parseDays('1 2;3')).toEqual([1, 2, 3])
    for (const text of ['soon', '0', '1.5', '400', '1 2 3 4 5 6', '-1']) expect(parseDays(text)).toBeNull()
  })
})
