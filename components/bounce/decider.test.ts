import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '@/lib/bounce/categories'
import { classify } from '@/lib/bounce/classify'
import { deciderOf } from './decider'

const deciderFor = (diagnostic: string, vendorClass?: string) => {
  const { category, evidence } = classify({ diagnostic, vendorClass })
  return deciderOf({
    category: category ?? '',
    evidence,
    decidedBy: `${evidence.layer}:${evidence.rule}`,
  })
}

describe('what decided', () => {
  it('is never told by the name of a rule', () => {
    for (const text of CATEGORIES.flatMap((category) => category.examples)) {
      const { evidence } = classify({ diagnostic: text })
      const told = deciderFor(text)
      expect(told, text).not.toBeNull()
      if (evidence.layer === 'words') expect(told?.by).not.toContain(evidence.rule)
    }
  })

  it('shows a reply that says the same, which is of the same category', () => {
    for (const { id, examples } of CATEGORIES) {
      const example = deciderFor(examples[0]!)?.example
      if (example) expect(classify({ diagnostic: example }).category).toBe(id)
    }
    expect(deciderFor('550 No mailbox here by that name')?.example).toMatch(/mailbox here/)
  })

  it('names the code, and nothing where a person or nothing decided', () => {
    expect(deciderFor('550 5.1.1 qqq')?.by).toBe('Enhanced status code 5.1.1')
    expect(deciderOf({ category: 'spam_block', evidence: null, decidedBy: 'workspace_rule:x' })).toBeNull()
    expect(deciderFor('qqq')).toBeNull()
  })
})
