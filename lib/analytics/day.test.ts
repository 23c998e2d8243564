import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, countDays, dayOf, eachDay, isDay, startOfDay, weekday } from './day'

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/Santiago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
]
const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1980-01-01', n))

describe('days', () => {
  it('counts and lists both ends', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (from, n) => {
        const to = addDays(from, n)
        expect(countDays(from, to)).toBe(n + 1)
        expect(eachDay(from, to)).toHaveLength(n + 1)
        expect(addDays(to, -n)).toBe(from)
        expect(weekday(addDays(from, 7))).toBe(weekday(from))
      }),
    )
  })

  it('starts a day at its first instant in any zone', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), (at, zone) => {
        const start = startOfDay(at, zone)
        expect(dayOf(start, zone)).toBe(at)
        expect(dayOf(new Date(start.getTime() - 1000), zone) < at).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('starts a day whose midnight the clock skips', () => {
    // Santiago went from 23:59:59 to 01:00 on 8 September 2024.
    expect(startOfDay('2024-09-08', 'America/Santiago').toISOString()).toBe('2024-09-08T04:00:00.000Z')
  })

  it('knows Monday, and what is no day', () => {
    expect(weekday('2026-11-16')).toBe(0)
    expect(isDay('2026-02-30')).toBe(false)
    expect(isDay('2026-2-3')).toBe(false)
    expect(isDay('2024-02-29')).toBe(true)
  })
})
