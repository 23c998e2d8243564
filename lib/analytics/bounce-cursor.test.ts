import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBounceCursor, parseBounceCursor, type BounceCursor } from './bounce-cursor'
import { BOUNCE_SORT_KEYS, DEFAULT_SORT, formatBounceSort, parseBounceSort } from './bounce-sort'
import { formatBounceKey, parseBounceKey } from '@/lib/bounce/key'

const key = fc.record({
  occurredAt: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000)),
  // A hash in the shape of a uuid: its version and variant are anything.
  dedupeKey: fc
    .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 })
    .map((hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')),
})
const cursor: fc.Arbitrary<BounceCursor> = fc
  .record({
    direction: fc.constantFrom('after' as const, 'before' as const),
    sort: fc.constantFrom(...BOUNCE_SORT_KEYS),
    values: fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 2 }),
    offset: fc.nat(),
  })
  .chain((rest) => key.map((at) => ({ ...rest, ...at })))

describe('places of the list in a URL', () => {
  it('come back as they were, whatever the addresses hold', () => {
    fc.assert(
      fc.property(cursor, (one) => {
        const text = formatBounceCursor(one)
        expect(text).toMatch(/^[\w-]+$/)
        expect(parseBounceCursor(text, one.sort)).toEqual(one)
      }),
    )
    fc.assert(
      fc.property(key, (one) => {
        expect(parseBounceKey(formatBounceKey(one))).toEqual(one)
      }),
    )
  })

  it('are nothing when they are no places', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(parseBounceCursor(text, 'received')).toBeNull()
        expect(parseBounceKey(text)).toBeNull()
      }),
    )
  })

  it('are nothing where the database could not read them', () => {
    const one = fc.sample(cursor, { numRuns: 1, seed: 1 })[0]!
    const forged = formatBounceCursor({ ...one, values: ['a\0b'] })
    expect(parseBounceCursor(forged, one.sort)).toBeNull()
    expect(
      parseBounceCursor(formatBounceCursor({ ...one, values: [String.raw`a\u0000b`] }), one.sort),
    ).not.toBeNull()
    expect(parseBounceKey(`99999999999_${one.dedupeKey}`)).not.toBeNull()
    expect(parseBounceKey(`999999999999_${one.dedupeKey}`)).toBeNull()
  })

  it('know the sorts and nothing else', () => {
    for (const sort of BOUNCE_SORT_KEYS.flatMap((name) =>
      (['asc', 'desc'] as const).map((direction) => ({ key: name, direction })),
    ))
      expect(parseBounceSort(formatBounceSort(sort))).toEqual(sort)
    for (const odd of [null, '', '-', 'occurred_at', 'received desc', '--received', '-constructor'])
      expect(parseBounceSort(odd)).toEqual(DEFAULT_SORT)
  })
})
