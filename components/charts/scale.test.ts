import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spread, ticks } from './scale'

it('draws few round lines that reach over the highest bar', () => {
  fc.assert(
    fc.property(fc.nat(50_000_000), (max) => {
      const lines = ticks(max)
      expect(lines[0]).toBe(0)
      expect(lines.at(-1)).toBeGreaterThanOrEqual(max)
      expect(lines.length).toBeGreaterThanOrEqual(2)
      expect(lines.length).toBeLessThanOrEqual(7)
      expect(lines.every(Number.isInteger)).toBe(true)
    }),
  )
})

it('keeps labels apart, in order and inside', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 6 }), (wishes) => {
      const places = spread(
        [...wishes].sort((a, b) => a - b),
        8,
      )
      places.forEach((place, i) => {
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThanOrEqual(100)
        if (i > 0) expect(place - places[i - 1]!).toBeGreaterThanOrEqual(8 - 1e-9)
      })
    }),
  )
})
