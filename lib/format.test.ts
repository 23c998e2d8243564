import { expect, it } from 'vitest'
import {
  formatAgo,
  formatBytes,
  formatCount,
  formatDateTime,
  formatDay,
  formatDayRange,
  formatDuration,
  formatPercent,
  plural,
  zoneCity,
} from './format'

it('writes numbers as people read them', () => {
  expect(formatCount(1_234_567)).toBe('1,234,567')
  expect(formatPercent(0.0918)).toBe('9.2 %')
  expect(plural(1, 'bounce')).toBe('1 bounce')
  expect(plural(2_000, 'entry', 'entries')).toBe('2,000 entries')
})

it('writes days without comma, September as short as the others', () => {
  expect(formatDay('2026-09-07')).toBe('7 Sep')
  expect(formatDay('2026-11-19', 'weekday')).toBe('Thu 19 Nov')
  expect(formatDayRange('2026-10-21', '2026-11-19')).toBe('21 Oct – 19 Nov 2026')
  expect(formatDayRange('2025-12-21', '2026-01-19')).toBe('21 Dec 2025 – 19 Jan 2026')
  expect(formatDayRange('2026-01-19', '2026-01-19')).toBe('19 Jan 2026')
})

it('writes instants in the zone that is asked for', () => {
  const at = new Date('2026-11-19T23:30:00Z')
  expect(formatDateTime(at, 'Europe/Berlin')).toBe('20 Nov 2026, 00:30')
  expect(formatDateTime(at, 'America/New_York')).toBe('19 Nov 2026, 18:30')
  expect(zoneCity('America/New_York')).toBe('New York')
  expect(zoneCity('Europe/Kiev')).toBe('Kyiv')
})

it('writes sizes and times in the unit that fits', () => {
  expect(formatBytes(999)).toBe('999 B')
  expect(formatBytes(999_600)).toBe('1.0 MB')
  expect(formatBytes(13_400_000)).toBe('13.4 MB')
  expect(formatDuration(0.2)).toBe('0 seconds')
  expect(formatDuration(90)).toBe('2 minutes')
  expect(formatDuration(4800)).toBe('1 hour 20 min')
  expect(formatAgo(new Date(0), new Date(30_000))).toBe('just now')
  expect(formatAgo(new Date(0), new Date(86_400_000 * 3))).toBe('3 days ago')
})
