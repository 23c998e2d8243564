import { addDays, countDays, eachDay, weekday, type Day } from './day'

/** Days in the workspace's zone, both ends included. */
export interface Range {
  from: Day
  to: Day
}

export const PRESETS = [7, 30, 90, 365] as const
export type Preset = (typeof PRESETS)[number]
export const DEFAULT_PRESET: Preset = 30

/** The last `n` days up to and including today. */
export function lastDays(today: Day, n: number): Range {
  return { from: addDays(today, 1 - n), to: today }
}

/** The equally long period directly before. */
export function previousRange(range: Range): Range {
  return { from: addDays(range.from, -countDays(range.from, range.to)), to: addDays(range.from, -1) }
}

/** Which preset a range is, seen from today; null for a custom one. */
export function presetOf(range: Range, today: Day): Preset | null {
  if (range.to !== today) return null
  return PRESETS.find((n) => n === countDays(range.from, range.to)) ?? null
}

export type BucketUnit = 'day' | 'week' | 'month'

export interface Bucket extends Range {
  unit: BucketUnit
}

/** The unit in which a chart of this range stays readable. */
export function bucketUnit(range: Range): BucketUnit {
  const days = countDays(range.from, range.to)
  return days <= 100 ? 'day' : days <= 800 ? 'week' : 'month'
}

/** The first day of the bucket a day belongs to: itself, its Monday, or the first of its month. */
export function bucketStart(day: Day, unit: BucketUnit): Day {
  if (unit === 'day') return day
  return unit === 'week' ? addDays(day, -weekday(day)) : `${day.slice(0, 8)}01`
}

/** Cuts a range into buckets; the outer ones are cut to the range. */
export function buckets(range: Range, unit: BucketUnit = bucketUnit(range)): Bucket[] {
  const result: Bucket[] = []
  let start = ''
  for (const day of eachDay(range.from, range.to)) {
    const own = bucketStart(day, unit)
    const last = result.at(-1)
    if (last && own === start) last.to = day
    else result.push({ from: day, to: day, unit })
    start = own
  }
  return result
}
