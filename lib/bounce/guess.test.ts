import { describe, expect, it } from 'vitest'
import { CATEGORIES, CATEGORY_IDS, isCategoryId } from './categories'
import { RULES } from './categories/rules'
import { guess } from './guess'

describe('guesses', () => {
  it('are at most two different categories, and none where nothing speaks for one', () => {
    for (const diagnostic of CATEGORIES.flatMap((category) => category.examples)) {
      const found = guess({ diagnostic })
      expect(found.length).toBeLessThanOrEqual(2)
      expect(new Set(found).size).toBe(found.length)
      expect(found.every((id) => isCategoryId(id))).toBe(true)
    }
    expect(guess({ diagnostic: '' })).toEqual([])
    expect(guess({ diagnostic: 'Qqq zzz' })).toEqual([])
    expect(guess({ diagnostic: '554 5.0.0 One or more errors occurred' })).not.toContain('invalid_recipient')
  })

  it('come from the words before the codes', () => {
    const asked = CATEGORY_IDS.flatMap((id) => RULES[id].map((rule) => ({ id, diagnostic: rule.example })))
    const spoken = asked.filter(({ diagnostic }) => guess({ diagnostic, enhancedCode: '5.4.6' }).length === 2)
    const right = spoken.filter(
      ({ id, diagnostic }) => guess({ diagnostic, enhancedCode: '5.4.6' })[0] === id,
    )
    expect(spoken.length).toBeGreaterThan(asked.length / 2)
    expect(right.length / spoken.length).toBeGreaterThan(0.9)
  })

  it('come from the codes where the words say nothing', () => {
    expect(guess({ diagnostic: 'Qqq zzz', enhancedCode: '5.1.2' })).toEqual([
      'domain_not_found',
      'dns_failure',
    ])
  })
})
