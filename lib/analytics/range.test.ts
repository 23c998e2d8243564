import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, countDays, eachDay } from './day'
import { buckets, bucketUnit, lastDays, presetOf, PRESETS, previousRange } from './range'

const range = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1500 }))
  .map(([start, days]) => ({ from: addDays('1990-01-01', start), to: addDays('1990-01-01', start + days) }))

describe('ranges', () => {
  it('compares with the equally long period directly before', () => {
    fc.assert(
      fc.property(range, (now) => {
        const before = previousRange(now)
        expect(countDays(before.from, before.to)).toBe(countDays(now.from, now.to))
        expect(addDays(before.to, 1)).toBe(now.from)
      }),
    )
  })

  it('cuts into buckets that cover each day once, in order, few enough to draw', () => {
    fc.assert(
      fc.property(range, (now) => {
        const cut = buckets(now)
        expect(cut.flatMap((bucket) => eachDay(bucket.from, bucket.to))).toEqual(eachDay(now.from, now.to))
        expect(cut.length).toBeLessThanOrEqual(117)
        expect(cut.every((bucket) => bucket.unit === bucketUnit(now))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('recognises its own presets, and only up to today', () => {
    for (const preset of PRESETS) {
      expect(presetOf(lastDays('2026-11-19', preset), '2026-11-19')).toBe(preset)
      expect(presetOf(lastDays('2026-11-19', preset), '2026-11-20')).toBeNull()
    }
  })
})
