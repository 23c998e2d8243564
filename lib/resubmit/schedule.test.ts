import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf } from './calendar'
import { instantOf, localDay, weekdayOf } from './local-time'
import { DEFAULT_PACE, type Pace } from './pace'
import { daysOf, schedule, type Plan } from './schedule'

const ZONE = 'Europe/Berlin'
const friday = new Date('2026-11-20T07:00:00Z') // 8 in the morning in Berlin
const plan = (accounts: Record<string, number>, part: Partial<Plan> = {}): Plan => ({
  accounts: new Map(Object.entries(accounts)),
  pace: DEFAULT_PACE,
  zone: ZONE,
  now: friday,
  seed: 'seed',
  ...part,
})
const days = (given: Plan) => daysOf(schedule(given).values(), given.zone)

describe('the schedule', () => {
  it('gives so many a day to each account, on working days', () => {
    expect(days(plan({ marcus: 60, sofia: 10 }))).toEqual([
      { day: '2026-11-20', count: 35 },
      { day: '2026-11-23', count: 25 },
      { day: '2026-11-24', count: 10 },
    ])
  })

  it('leaves room for what other batches planned', () => {
    const taken = (account: string, day: string) => (account === 'marcus' && day === '2026-11-20' ? 20 : 0)
    expect(days(plan({ marcus: 10 }, { taken }))).toEqual([
      { day: '2026-11-20', count: 5 },
      { day: '2026-11-23', count: 5 },
    ])
  })

  it('begins on the next working day once the day is over', () => {
    expect(days(plan({ marcus: 1 }, { now: new Date('2026-11-20T16:30:00Z') }))[0]?.day).toBe('2026-11-23')
  })

  it('keeps gap, hours, days and number in every zone, and is the same for the same seed', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']
    const pace = fc
      .record({
        perDay: fc.integer({ min: 1, max: 40 }),
        gap: fc.constantFrom<Pace['gap']>([0, 0], [40, 120], [300, 900]),
        hours: fc.constantFrom<[number, number]>([540, 1020], [0, 1440], [60, 200]),
        days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      })
      .map(({ hours: [from, to], ...rest }): Pace => ({ ...rest, from, to }))
    const now = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(
        pace,
        now,
        fc.constantFrom(...zones),
        fc.integer({ min: 1, max: 120 }),
        (given, at, zone, count) => {
          const one = plan({ a: count }, { pace: given, now: at, zone })
          const times = schedule(one).get('a')!
          expect(schedule(one).get('a')).toEqual(times)
          const perDay = new Map<string, Date[]>()
          for (const time of times) {
            const day = localDay(time, zone)
            expect(given.days).toContain(weekdayOf(day))
            expect(time.getTime()).toBeGreaterThanOrEqual(at.getTime())
            expect(time.getTime()).toBeGreaterThanOrEqual(instantOf(day, given.from, zone).getTime())
            expect(time.getTime()).toBeLessThan(instantOf(day, given.to, zone).getTime())
            perDay.set(day, [...(perDay.get(day) ?? []), time])
          }
          for (const list of perDay.values()) {
            expect(list.length).toBeLessThanOrEqual(given.perDay)
            for (let i = 1; i < list.length; i++) {
              const seconds = (list[i]!.getTime() - list[i - 1]!.getTime()) / 1000
              expect(seconds).toBeGreaterThanOrEqual(given.gap[0] - 0.01)
              expect(seconds).toBeLessThanOrEqual(given.gap[1] + 0.01)
            }
          }
        },
      ),
      { numRuns: 40 },
    )
  }, 60_000)
})

describe('local times', () => {
  it.each([
    ['2026-03-29', 540, 'Europe/Berlin', '2026-03-29T07:00:00.000Z'], // summer time begins
    ['2026-10-25', 540, 'Europe/Berlin', '2026-10-25T08:00:00.000Z'], // and ends
    ['2026-03-29', 150, 'Europe/Berlin', '2026-03-29T01:30:00.000Z'], // 02:30 does not exist
    ['2026-10-25', 150, 'Europe/Berlin', '2026-10-25T00:30:00.000Z'], // 02:30 twice: the first
    ['2026-03-08', 540, 'America/New_York', '2026-03-08T13:00:00.000Z'],
    ['2026-10-04', 540, 'Australia/Lord_Howe', '2026-10-03T22:00:00.000Z'],
    ['2026-11-20', 1440, 'Asia/Kathmandu', '2026-11-20T18:15:00.000Z'],
  ])('%s + %i min in %s', (day, minutes, zone, wanted) => {
    expect(instantOf(day, minutes, zone).toISOString()).toBe(wanted)
  })
})

describe('the calendar', () => {
  it('shows the weeks, the last day and who takes longest', () => {
    const calendar = calendarOf(plan({ 'marcus@acme.io': 145, 'sofia@acme.io': 20 }))
    expect(calendar.last).toBe('2026-11-27')
    expect(calendar.weeks.map((week) => week.map(({ count }) => count))).toEqual([
      [0, 0, 0, 0, 45],
      [25, 25, 25, 25, 20],
    ])
    expect(calendar.slowest).toEqual({
      account: 'marcus@acme.io',
      contacts: 145,
      perDay: 40,
      ends: '2026-11-25',
    })
    expect(calendar.left).toBe(0)
  })

  it('says what a year is not enough for', () => {
    const pace = { ...DEFAULT_PACE, perDay: 1 }
    expect(calendarOf(plan({ a: 400 }, { pace })).left).toBeGreaterThan(100)
  })
})
