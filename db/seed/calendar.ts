import { addDays, dayOf, startOfDay, weekday } from '@/lib/analytics/day'
import { split, type Random } from './random'

/** Monday to Sunday: sales teams write on Tuesdays and rest on Sundays. */
const WEEK = [0.83, 1.12, 1, 0.95, 0.67, 0.05, 0.01]
/** Seconds of a day in which mail goes out: 7:00 to 18:30. */
const OPENS = 7 * 3600
const CLOSES = 18.5 * 3600

/** One day of the sample: its local midnight and the share of the day that has passed. */
export interface SampleDay {
  /** Unix seconds of midnight in the workspace's zone. */
  start: number
  /** 0 for Monday … 6 for Sunday. */
  weekday: number
  /** Unix seconds up to which bounces may have come in. */
  until: number
  /** How much bounces on such a day, relative to a Wednesday. */
  weight: number
}

/** The last `count` days up to `now` in a zone, oldest first; the last one is only as long as it has lasted. */
export function sampleDays(now: Date, timeZone: string, count: number, random: Random): SampleDay[] {
  const nowSeconds = Math.floor(now.getTime() / 1000)
  const today = dayOf(now, timeZone)
  return Array.from({ length: count }, (_, i) => {
    const back = count - 1 - i
    const day = addDays(today, -back)
    const start = startOfDay(day, timeZone).getTime() / 1000
    const until = back === 0 ? nowSeconds - 300 : start + CLOSES
    const open = Math.min(1, Math.max(0, (until - start - OPENS) / (CLOSES - OPENS)))
    const weight = WEEK[weekday(day)]! * open * (0.94 + 0.12 * random.next()) * (1 + 0.08 * (i / count))
    return { start, weekday: weekday(day), until: Math.min(until, start + CLOSES), weight }
  })
}

/** A moment of a day at which a bounce comes in, mostly around noon, never after `until`. */
export function momentOf(day: SampleDay, random: Random, from = OPENS): number {
  const span = Math.max(1, day.until - day.start - from)
  return day.start + from + Math.floor((span * (random.next() + random.next())) / 2)
}

/** Spreads a number of bounces over days by their weight, exactly. */
export function spread(total: number, days: readonly SampleDay[]): number[] {
  return split(
    total,
    days.map((day) => day.weight),
  )
}
