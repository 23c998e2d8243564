import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '../categories'
import { RULE_BASE } from '.'
import { Classifier } from './classifier'
import { compile } from './compile'
import { Memory } from './memory'

const program = compile(RULE_BASE)
const sentences = [
  ...CATEGORIES.flatMap((category) => [...category.examples]),
  ...RULE_BASE.map(({ rule }) => rule.example),
  'Straße voll',
  'Strasse voll',
  'пользователь не найден',
  '用户不存在',
  'Not a word that any rule would know about this',
]
const word = fc.constantFrom(...new Set(sentences.flatMap((text) => text.split(' '))))
const variable = fc.oneof(
  fc.emailAddress(),
  fc.ipV4(),
  fc.domain(),
  fc.stringMatching(/^[0-9A-F]{12,20}$/),
  fc.constantFrom(
    'zen.spamhaus.org',
    '550 5.1.1',
    '421',
    '4.4.2',
    '452-4.2.2',
    'mx1:',
    'http://a.example/?no=sun',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const part = fc.oneof(fc.constantFrom(...sentences), word, variable)
const code = fc.option(fc.constantFrom('550', '452', '250', '5.1.1', '4.2.2', '2.1.5', 'x'), {
  nil: undefined,
})
const reply = fc.record(
  {
    diagnostic: fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' ')),
    smtpCode: code,
    enhancedCode: code,
    vendorClass: fc.constantFrom('pmta:bad-mailbox', 'sparkpost:25', 'other'),
  },
  { requiredKeys: ['diagnostic'] },
)

describe('a classifier that remembers', () => {
  it('gives exactly what deciding anew gives, whatever came before and between', () => {
    const remembering = new Classifier(program, { remembers: true })
    const forgetful = new Classifier(program, { remembers: false })
    fc.assert(
      fc.property(fc.array(reply, { minLength: 1, maxLength: 6 }), fc.array(variable), (replies, others) => {
        const varied = replies.flatMap((each) =>
          others.map((other) => ({ ...each, diagnostic: `<${other}>: ${each.diagnostic} (${other})` })),
        )
        for (const each of [...replies, ...varied, ...replies])
          expect(remembering.classify(each)).toEqual(forgetful.classify(each))
      }),
      { numRuns: 1_500 },
    )
  }, 120_000)
})

describe('the memory', () => {
  it('gives back only what was kept for the same numbers, also after it was full', () => {
    const sequence = fc.array(fc.nat(2), { maxLength: 4 })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), sequence, fc.nat(1), fc.nat(1))), (asked) => {
        const memory = new Memory<string>(4, 3, 16)
        for (const [key, numbers, one, other] of asked) {
          const own = JSON.stringify([numbers, one, other])
          const row = Int32Array.from([...numbers, 0, 0, 0, 0])
          const found = memory.find(key, row, numbers.length, one, other)
          if (found === undefined) memory.keep(key, row, numbers.length, one, other, own)
          else expect(found).toBe(own)
          expect(memory.find(key, row, numbers.length, one, other)).toBe(numbers.length > 3 ? undefined : own)
        }
      }),
    )
  })
})
