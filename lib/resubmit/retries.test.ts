import { expect, it } from 'vitest'
import { readRetryAfter, RETRY_SECONDS, secondsToNextTry } from './retries'

const now = new Date('2026-11-20T10:00:00Z')

it('tries at once, then after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, ± 10 %', () => {
  const hours = (n: number) => n * 3600
  expect([...RETRY_SECONDS]).toEqual([0, 5, 300, 1800, ...[2, 5, 10, 14, 20, 24].map(hours)])
  for (const [attempts, seconds] of RETRY_SECONDS.entries())
    for (const random of [0, 0.5, 0.999]) {
      const next = secondsToNextTry(attempts, random, null)!
      expect(next).toBeGreaterThanOrEqual(seconds * 0.9)
      expect(next).toBeLessThanOrEqual(seconds * 1.1)
    }
  expect(secondsToNextTry(RETRY_SECONDS.length, 0.5, 60)).toBeNull()
})

it('waits as long as the receiver asks, up to a day', () => {
  expect(secondsToNextTry(1, 0.5, 120)).toBe(120)
  expect(secondsToNextTry(2, 0.5, 10)).toBe(300)
  expect(secondsToNextTry(1, 0.5, 10_000_000)).toBe(86_400)
})

it.each([
  ['120', 120],
  [' 7 ', 7],
  ['Fri, 20 Nov 2026 10:01:00 GMT', 60],
  ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['', null],
  [undefined, null],
])('reads Retry-After %s', (header, seconds) => {
  // A date-like "-5" is a year to some engines; what matters is that it never makes us wait.
  expect(readRetryAfter(header, now) || null).toBe(seconds || null)
})
