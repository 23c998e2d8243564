import { describe, expect, it } from 'vitest'
import { classify, RULE_BASE } from '.'
import { compile, type Told } from './compile'

describe('the rule base', () => {
  it('names every rule once', () => {
    const ids = RULE_BASE.map(({ rule }) => rule.id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it.each(RULE_BASE.map(({ rule, kind, category }) => [rule.id, kind, category, rule.example] as const))(
    '%s decides its own example, and no other rule takes it',
    (id, kind, category, example) => {
      const verdict = classify({ diagnostic: example })
      expect(verdict.evidence).toMatchObject({ rule: id, layer: 'words' })
      expect(verdict).toMatchObject({ kind, category })
      expect(example.slice(verdict.evidence.start, verdict.evidence.end)).toBe(verdict.evidence.text)
    },
  )

  it('refuses a pattern that says nothing, naming the rule', () => {
    const empty: Told = {
      rule: { id: 'empty', says: ['the 550'], example: '' },
      kind: 'bounce',
      category: 'spam_block',
    }
    expect(() => compile([empty])).toThrow('empty')
    const open: Told = { ...empty, rule: { id: 'open', says: ['{a|b'], example: '' } }
    expect(() => compile([open])).toThrow('open')
  })
})
