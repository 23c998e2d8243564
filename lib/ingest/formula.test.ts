import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulaSafe, withoutFormulaPrefix } from './formula'

describe('formula prefixes', () => {
  it.each(['=cmd|x', '+1', '-2', '@SUM(A1)', '\tx', '\rx', ' =1', '  +1', '＝1', '＋1', '－1', '＠x', "'=1"])(
    'guards %j',
    (text) => {
      expect(formulaSafe(text)).toBe(`'${text}`)
    },
  )

  it.each(['550 5.1.1 User unknown', "it's full", "'quoted'", '', 'a=b', '5-1'])(
    'leaves %j alone',
    (text) => {
      expect(formulaSafe(text)).toBe(text)
      expect(withoutFormulaPrefix(text)).toBe(text)
    },
  )

  it('takes its own prefix off again, exactly', () => {
    const text = fc.array(fc.constantFrom("'", '=', '+', ' ', 'a', '＝', '\t', '-'), { maxLength: 6 })
    fc.assert(
      fc.property(text, (parts) => {
        const original = parts.join('')
        expect(withoutFormulaPrefix(formulaSafe(original))).toBe(original)
      }),
      { numRuns: 2000 },
    )
  })
})
