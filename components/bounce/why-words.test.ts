import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '@/lib/bounce/categories'
import { classify } from '@/lib/bounce/classify'
import { firstCodes } from '@/lib/bounce/codes'
import { whyWords } from './why-words'

function wordsFor(diagnostic: string, vendorClass = '') {
  const { category, evidence } = classify({ diagnostic, vendorClass: vendorClass || undefined })
  const { reply, enhanced } = firstCodes(diagnostic)
  const codes = [reply, enhanced].filter(Boolean)
  const decidedBy = `${evidence.layer}:${evidence.rule}`
  return whyWords({ category: category ?? '', evidence, decidedBy, codes, vendorClass, decision: null })
}

describe('why a bounce has its category', () => {
  it('quotes the words of the reply that decided', () => {
    for (const text of CATEGORIES.flatMap((category) => category.examples)) {
      const { evidence } = classify({ diagnostic: text })
      if (evidence.layer === 'words' && evidence.text.length < 80) {
        expect(wordsFor(text)).toContain(`“${evidence.text.replace(/\s+/g, ' ').trim()}”`)
      }
    }
  })

  it('names the code where the words say nothing, and nothing where nothing does', () => {
    expect(wordsFor('550 5.1.1 qqq')).toContain('5.1.1')
    expect(wordsFor('qqq')).toContain('waits for a person')
  })

  it('names the person who decided', () => {
    const base = {
      category: 'spam_block',
      evidence: null,
      decidedBy: 'workspace_rule:x',
      codes: [],
      vendorClass: '',
    }
    const all = whyWords({ ...base, decision: { by: 'Nadia', day: '2026-11-19', wholeReply: true } })
    expect(all).toBe(
      'Nadia put every bounce with this reply here on 19 Nov 2026. Your workspace’s rule outranks ours.',
    )
    const one = whyWords({ ...base, decision: { by: null, day: '2026-11-19', wholeReply: false } })
    expect(one).toBe('Somebody moved this bounce here on 19 Nov 2026.')
    expect(whyWords({ ...base, decision: null })).toBe('A rule of your workspace decides.')
  })
})
