import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '../categories'
import { classify, RULE_BASE } from '.'

const replies = [
  ...CATEGORIES.flatMap((category) => [...category.examples]),
  ...RULE_BASE.map(({ rule }) => rule.example),
]
const reply = fc.constantFrom(...replies)
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...replies.flatMap((text) => text.split(' ')),
        '550-',
        '@',
        '<',
        '5.1.1',
        '\r\n',
        '用户',
        'ß',
        '\ud800',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(' ')),
)

const told = (text: string): string => {
  const { kind, category, evidence } = classify({ diagnostic: text })
  return `${kind}/${category}/${evidence.rule}`
}

describe('classify', () => {
  it('is total and deterministic, and its evidence stands in the text', () => {
    fc.assert(
      fc.property(noise, noise, (diagnostic, code) => {
        const verdict = classify({ diagnostic, smtpCode: code, enhancedCode: code, vendorClass: code })
        expect(classify({ diagnostic, smtpCode: code, enhancedCode: code, vendorClass: code })).toEqual(
          verdict,
        )
        expect(diagnostic.slice(verdict.evidence.start, verdict.evidence.end)).toBe(verdict.evidence.text)
        expect(verdict.confidence).toBeGreaterThanOrEqual(0)
        expect(verdict.confidence).toBeLessThanOrEqual(1)
        expect(verdict.category === null).toBe(verdict.kind !== 'bounce')
      }),
      { numRuns: 10_000 },
    )
  }, 120_000)

  it('is unmoved by letter case', () => {
    fc.assert(
      fc.property(reply, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (text, upper) => {
        const changed = Array.from(text, (char, i) => {
          const other = upper[i % upper.length]! ? char.toUpperCase() : char.toLowerCase()
          return other.length === char.length ? other : char
        }).join('')
        expect(told(changed)).toBe(told(text))
      }),
      { numRuns: 2_000 },
    )
  }, 60_000)

  it('is unmoved by spacing, line folding and quoting', () => {
    const gap = fc.constantFrom(' ', '  ', '\t', '\n ', '\r\n', '\u00a0', ' \u200b')
    fc.assert(
      fc.property(
        reply,
        fc.array(gap, { minLength: 12, maxLength: 12 }),
        fc.constantFrom('', '"', "'", '«'),
        (text, gaps, mark) => {
          let at = 0
          const spaced = text.replace(/ /g, () => gaps[at++ % gaps.length]!)
          expect(told(`${mark}${spaced}${mark === '«' ? '»' : mark}`)).toBe(told(text))
        },
      ),
      { numRuns: 2_000 },
    )
  }, 60_000)

  it('is unmoved by continuation lines', () => {
    fc.assert(
      fc.property(reply, fc.nat(20), (text, cut) => {
        const parts = /^(\d{3}) (\d\.\d{1,3}\.\d{1,3}) (.+)$/s.exec(text)
        fc.pre(parts !== null)
        const [, code, enhanced, words] = parts!
        const list = words!.split(' ')
        const at = 1 + (cut % Math.max(1, list.length - 1))
        fc.pre(at < list.length)
        const folded = `${code}-${enhanced} ${list.slice(0, at).join(' ')}\r\n${code} ${enhanced} ${list.slice(at).join(' ')}`
        expect(told(folded)).toBe(told(text))
      }),
      { numRuns: 2_000 },
    )
  }, 60_000)

  it('is unmoved by the addresses and ids around the words', () => {
    const address = fc.emailAddress().filter((text) => /^[\w.+-]+@[\w.-]+$/.test(text))
    const id = fc.stringMatching(/^[0-9a-f]{6}[0-9][0-9a-f]{8}$/)
    fc.assert(
      fc.property(reply, address, id, (text, who, queue) => {
        const plain = text.replace(/^(\d{3} (?:\d\.\d{1,3}\.\d{1,3} )?)?/, (code) => `${code}<${who}>: `)
        expect(told(`${plain} (${queue})`)).toBe(told(text))
      }),
      { numRuns: 2_000 },
    )
  }, 60_000)

  it('takes no part of an address for a word, whatever signs stand in it', () => {
    for (const who of [
      'bl.+a.a@a.aa',
      'rbl.+joe@a.aa',
      'spam-.joe@a.aa',
      'quota.-@a.aa',
      'relay.+denied+@a.aa',
      'bl.+é@a.aa',
    ])
      expect(told(`550 5.1.1 <${who}>: User unknown`), who).toBe(told('550 5.1.1 User unknown'))
  })

  it('takes no short word for another', () => {
    expect(told('451 4.4.0 <r4e+@a.aa>: Temporary server error')).toBe(
      told('451 4.4.0 Temporary server error'),
    )
    expect(told('r4e')).toBe('bounce/unclassified/')
  })
})
