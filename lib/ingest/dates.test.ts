import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { dateReader, dateShape, startOfDay, type DateProblem } from './dates'
import type { DayOrder } from './types'

vi.setConfig({ testTimeout: 60_000 })

const NOW = Date.UTC(2025, 10, 20, 12) / 1000
const at = (iso: string) => Date.parse(iso) / 1000

function read(text: string, timeZone = 'UTC', dayOrder: DayOrder | null = null): number | DateProblem {
  return dateReader({ timeZone, dayOrder, referenceTime: NOW })(text)
}

const SHAPES: readonly (readonly [string, string])[] = [
  ['1756890842', '2025-09-03T09:14:02Z'],
  ['1756890842.123', '2025-09-03T09:14:02Z'],
  ['1756890842123', '2025-09-03T09:14:02Z'],
  ['1756890842123456', '2025-09-03T09:14:02Z'],
  ['2025-09-03T09:14:02Z', '2025-09-03T09:14:02Z'],
  ['2025-09-03T09:14:02.1234567Z', '2025-09-03T09:14:02Z'],
  ['2025-09-03T11:14:02+02:00', '2025-09-03T09:14:02Z'],
  ['2025-09-03 09:14:02+0000', '2025-09-03T09:14:02Z'],
  ['2025-09-03 04:14:02-0500', '2025-09-03T09:14:02Z'],
  ['2025-09-03 09:14:02 UTC', '2025-09-03T09:14:02Z'],
  ['2025-09-03 09:14', '2025-09-03T09:14:00Z'],
  ['2025-09-03T09:14Z', '2025-09-03T09:14:00Z'],
  ['2025-09-03', '2025-09-03T00:00:00Z'],
  ['2025/09/03 09:14:02', '2025-09-03T09:14:02Z'],
  ['20250903', '2025-09-03T00:00:00Z'],
  ['20250903091402', '2025-09-03T09:14:02Z'],
  ['Wed, 03 Sep 2025 09:14:02 UTC', '2025-09-03T09:14:02Z'],
  ['Wed, 3 Sep 2025 11:14:02 +0200', '2025-09-03T09:14:02Z'],
  ['Wed, 03 Sep 2025 05:14:02 -0400 (EDT)', '2025-09-03T09:14:02Z'],
  ['03 Sep 25 09:14:02 GMT', '2025-09-03T09:14:02Z'],
  ['9/13/2025 9:14 AM', '2025-09-13T09:14:00Z'],
  ['9/13/2025 9:14:02 PM', '2025-09-13T21:14:02Z'],
  ['9/13/2025 12:05 AM', '2025-09-13T00:05:00Z'],
  ['9/13/25, 12:05 p.m.', '2025-09-13T12:05:00Z'],
  ['13/9/2025', '2025-09-13T00:00:00Z'],
  ['03.09.2025', '2025-09-03T00:00:00Z'],
  ['3.9.2025 09:14', '2025-09-03T09:14:00Z'],
  ['3.9.25, 09:14:02', '2025-09-03T09:14:02Z'],
  ['3. September 2025 09:14', '2025-09-03T09:14:00Z'],
  ['3 septembre 2025 à 09:14', '2025-09-03T09:14:00Z'],
  ['3 de septiembre de 2025', '2025-09-03T00:00:00Z'],
  ['Sep 3, 2025 9:14 AM', '2025-09-03T09:14:00Z'],
  ['September 3rd, 2025', '2025-09-03T00:00:00Z'],
  ['Wed Sep 03 2025 11:14:02 GMT+0200 (Central European Summer Time)', '2025-09-03T09:14:02Z'],
  ['Wed Sep  3 09:14:02 2025', '2025-09-03T09:14:02Z'],
  ['Sep  3 09:14:02', '2025-09-03T09:14:02Z'],
  ['2025-09-03 11:14:02 Europe/Berlin', '2025-09-03T09:14:02Z'],
  ['2025-09-03 11:14:02 CEST', '2025-09-03T09:14:02Z'],
  ['45903.5', '2025-09-03T12:00:00Z'],
  ['2025-09-02T24:00:00Z', '2025-09-03T00:00:00Z'],
]

describe('dates', () => {
  it.each(SHAPES)('reads %s', (text, iso) => {
    expect(read(text)).toBe(at(iso))
  })

  it.each([
    ['0', 'too_early'],
    ['1970-01-01T00:00:00Z', 'too_early'],
    ['1/1/70', 'too_early'],
    ['2025-11-23T00:00:00Z', 'in_future'],
    ['2099-01-01', 'in_future'],
    ['4102444800', 'in_future'],
    ['2025-02-30', 'impossible'],
    ['2025-13-01', 'impossible'],
    ['31.04.2025', 'impossible'],
    ['2025-09-03 25:00:00', 'impossible'],
    ['9/13/2025 13:14 PM', 'impossible'],
    ['2025-09-03 09:14:02 XQT', 'unknown_zone'],
    ['2025-09-03 09:14:02 Mars/Olympus', 'unknown_zone'],
    ['2025-09-03 09:14:02 IST', 'unknown_zone'],
    ['2025-09-03 09:14:02+99:00', 'unknown_zone'],
    ['soon', 'unreadable'],
    ['1.7E+09', 'unreadable'],
    ['550 5.1.1', 'unreadable'],
    ['nora@acme.example', 'unreadable'],
  ] as const)('refuses %s as %s', (text, problem) => {
    expect(read(text)).toBe(problem)
  })

  it('accepts clocks that are up to two days ahead', () => {
    expect(read(String(NOW + 2 * 86400))).toBe(NOW + 2 * 86400)
    expect(read(String(NOW + 2 * 86400 + 1))).toBe('in_future')
  })

  it('takes two-digit years up to 69 for this century', () => {
    expect(read('1.2.03')).toBe(at('2003-02-01T00:00:00Z'))
    expect(read('1.2.95')).toBe(at('1995-02-01T00:00:00Z'))
  })

  it('needs an order where day and month can be either, and holds the others to it', () => {
    expect(read('3/4/2025')).toBe('order_unknown')
    expect(read('3/3/2025')).toBe(at('2025-03-03T00:00:00Z'))
    expect(read('3/4/2025', 'UTC', 'day_first')).toBe(at('2025-04-03T00:00:00Z'))
    expect(read('3-4-2025', 'UTC', 'month_first')).toBe(at('2025-03-04T00:00:00Z'))
    expect(read('3/13/2025', 'UTC', 'day_first')).toBe('contradicts_order')
    expect(read('13/3/2025', 'UTC', 'month_first')).toBe('contradicts_order')
    expect(read('13/14/2025', 'UTC', 'month_first')).toBe('impossible')
  })

  it('reads times without a zone in the zone of the settings', () => {
    expect(read('2025-01-15 12:00:00', 'Europe/Berlin')).toBe(at('2025-01-15T11:00:00Z'))
    expect(read('2025-07-15 12:00:00', 'Europe/Berlin')).toBe(at('2025-07-15T10:00:00Z'))
    expect(read('2025-07-15 12:00:00', 'Asia/Kathmandu')).toBe(at('2025-07-15T06:15:00Z'))
    expect(startOfDay('2025-07-15', 'America/New_York')).toBe(at('2025-07-15T04:00:00Z'))
  })

  it('moves on in a gap of the clock and takes the first of an overlap', () => {
    expect(read('2025-03-30 02:30:00', 'Europe/Berlin')).toBe(at('2025-03-30T01:30:00Z'))
    expect(read('2025-10-26 02:30:00', 'Europe/Berlin')).toBe(at('2025-10-26T00:30:00Z'))
    expect(read('2025-10-26 03:00:00', 'Europe/Berlin')).toBe(at('2025-10-26T02:00:00Z'))
    expect(read('2025-03-09 02:30:00', 'America/New_York')).toBe(at('2025-03-09T07:30:00Z'))
    expect(read('2025-11-02 01:30:00', 'America/New_York')).toBe(at('2025-11-02T05:30:00Z'))
    expect(read('2025-10-05 02:15:00', 'Australia/Lord_Howe')).toBe(at('2025-10-04T15:45:00Z'))
  })

  it('agrees with Intl at every quarter of an hour of a year in several zones', () => {
    for (const timeZone of [
      'Europe/London',
      'America/Sao_Paulo',
      'Africa/Casablanca',
      'Pacific/Chatham',
      'Asia/Tehran',
    ]) {
      const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
      const reader = dateReader({ timeZone, dayOrder: null, referenceTime: NOW })
      const later = new Map<string, number>()
      for (let time = at('2024-01-01T00:00:00Z'); time < at('2025-01-01T00:00:00Z'); time += 900) {
        const wall = format.format(time * 1000)
        if (!later.has(wall)) later.set(wall, time)
      }
      for (const [wall, time] of later) expect(reader(wall), `${wall} ${timeZone}`).toBe(time)
    }
  })

  it('takes a date without a year for the last one before the upload', () => {
    expect(read('Nov 20 11:00:00')).toBe(at('2025-11-20T11:00:00Z'))
    expect(read('Dec 31 23:59:59')).toBe(at('2024-12-31T23:59:59Z'))
    expect(read('Feb 29 10:00:00')).toBe(at('2024-02-29T10:00:00Z'))
  })

  it('tells how a text writes a time', () => {
    expect(dateShape('3/4/2025')).toEqual({ zoned: false, order: 'either' })
    expect(dateShape('13/4/2025')).toEqual({ zoned: false, order: 'day_first' })
    expect(dateShape('4/13/2025')).toEqual({ zoned: false, order: 'month_first' })
    expect(dateShape('1756890842')).toEqual({ zoned: true, order: 'none' })
    expect(dateShape('2025-09-03T09:14:02Z')).toEqual({ zoned: true, order: 'none' })
    expect(dateShape('550')).toBeNull()
    expect(dateShape('5.1.1')).toBeNull()
  })

  it('never throws and says the same twice, on any text', () => {
    const part = fc.constantFrom(
      '2025',
      '13',
      '1',
      '/',
      '.',
      '-',
      ':',
      ' ',
      'T',
      'Z',
      'AM',
      'Sep',
      'Mo',
      ',',
      '+01:00',
      '99',
      'é',
      'Europe/',
      '(',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 14 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('day_first' as const, 'month_first' as const, null),
        (value, order) => {
          const first = read(value, 'Europe/Berlin', order)
          expect(read(value, 'Europe/Berlin', order)).toBe(first)
          if (typeof first === 'number') expect(Number.isInteger(first)).toBe(true)
          dateShape(value)
        },
      ),
      { numRuns: 10_000 },
    )
  })
})
