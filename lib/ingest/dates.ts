import { daysFromCivil, isDay, yearOf } from './dates/calendar'
import { scanDate, type ScannedDate } from './dates/scan'
import { parseZone, zoneOf, type Zone } from './dates/zone'
import { EARLIEST_TIME, FUTURE_SECONDS } from './limits'
import type { DayOrder } from './types'

/** Why a text is not a usable time. */
export type DateProblem =
  | 'unreadable'
  | 'impossible'
  | 'unknown_zone'
  | 'order_unknown'
  | 'contradicts_order'
  | 'too_early'
  | 'in_future'

export interface DateSettings {
  timeZone: string
  dayOrder: DayOrder | null
  referenceTime: number
}

/** Unix seconds, or what is wrong. */
export type DateReader = (text: string) => number | DateProblem

/** A reader of one column's times under the file's settings; remembers the last text, as logs repeat it. */
export function dateReader(settings: DateSettings): DateReader {
  const zone = zoneOf(settings.timeZone)
  const latest = settings.referenceTime + FUTURE_SECONDS
  let lastText = ''
  let last: number | DateProblem = 'unreadable'
  return (text) => {
    if (text === lastText) return last
    const time = readTime(text, zone, settings)
    lastText = text
    last =
      typeof time === 'string'
        ? time
        : time < EARLIEST_TIME
          ? 'too_early'
          : time > latest
            ? 'in_future'
            : time
    return last
  }
}

/** Unix seconds of the start of a day `YYYY-MM-DD` in the settings' zone. */
export function startOfDay(day: string, timeZone: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return zoneOf(timeZone).toUnix(daysFromCivil(year, month, date) * 86400)
}

function readTime(text: string, zone: Zone, settings: DateSettings): number | DateProblem {
  const iso = readIso(text, zone)
  if (iso !== null) return iso
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return readNumber(text, zone)
  const scanned = scanDate(text)
  if (!scanned) return 'unreadable'
  const where = scanned.zone === '' ? zone : parseZone(scanned.zone)
  if (!where) return 'unknown_zone'
  const ordered = order(scanned, settings.dayOrder)
  return typeof ordered === 'string' ? ordered : resolve(ordered, where, settings.referenceTime)
}

/** `YYYY-MM-DD hh:mm:ss`, a `T` or a blank between, then nothing, a fraction, `Z` or an offset: nearly every row of nearly every log. */
function readIso(text: string, zone: Zone): number | DateProblem | null {
  if (text.length < 19 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null
  const t = text.charCodeAt(10)
  if ((t !== 84 && t !== 32) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return null
  const year = two(text, 0) * 100 + two(text, 2)
  const [month, day, hour, minute, second] = [
    two(text, 5),
    two(text, 8),
    two(text, 11),
    two(text, 14),
    two(text, 17),
  ]
  // A digit out of place makes its number negative or far too large.
  if (!(year >= 0 && month >= 0 && day >= 0 && hour >= 0 && minute >= 0 && second >= 0)) return null
  let at = 19
  if (text.charCodeAt(at) === 46) {
    at++
    while (at < text.length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++
  }
  let where: Zone | null = zone
  if (at < text.length) {
    where = parseZone(text.slice(at))
    if (!where) return null
  }
  return wallTime(year, month, day, hour, minute, second, where)
}

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN
}

/** Unix time by its size (s, ms, µs), compact dates (`20250131`, `20250131140305`), a spreadsheet's day number. */
function readNumber(text: string, zone: Zone): number | DateProblem {
  const digits = text.split('.')[0]!.replace(/^[+-]/, '')
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/.exec(text)
  if (compact) {
    const [year, month, day, hour = 0, minute = 0, second = 0] = compact
      .slice(1)
      .map((part) => Number(part ?? 0))
    return wallTime(year!, month!, day!, hour, minute, second, zone)
  }
  const value = Number(text)
  if (digits.length >= 15 && digits.length <= 16) return Math.floor(value / 1e6)
  if (digits.length >= 12 && digits.length <= 13) return Math.floor(value / 1e3)
  if (digits.length >= 9 && digits.length <= 11) return Math.floor(value)
  if (digits.length === 5) return zone.toUnix(Math.round((value - 25569) * 86400))
  return digits.length < 5 ? 'too_early' : 'unreadable'
}

function order(date: ScannedDate, dayOrder: DayOrder | null): ScannedDate | DateProblem {
  if (!date.numeric) return date
  const { month: first, day: second } = date
  const order = dayOrder ?? (first > 12 ? 'day_first' : second > 12 ? 'month_first' : null)
  if (order === null) return first === second ? date : 'order_unknown'
  const [month, day] = order === 'month_first' ? [first, second] : [second, first]
  if (month > 12 && day <= 12) return 'contradicts_order'
  return { ...date, month, day }
}

function resolve(date: ScannedDate, zone: Zone, reference: number): number | DateProblem {
  const { year, month, day, hour, minute, second } = date
  if (year !== null) return wallTime(year, month, day, hour, minute, second, zone)
  for (let guess = yearOf(reference) + 1; guess > yearOf(reference) - 9; guess--) {
    const time = wallTime(guess, month, day, hour, minute, second, zone)
    if (typeof time === 'number' && time <= reference + FUTURE_SECONDS) return time
  }
  return 'impossible'
}

function wallTime(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  zone: Zone,
): number | DateProblem {
  const midnight = hour === 24 && minute === 0 && second === 0
  if (!isDay(year, month, day) || (hour > 23 && !midnight) || minute > 59 || second > 60) return 'impossible'
  return zone.toUnix(
    daysFromCivil(year, month, day) * 86400 + hour * 3600 + minute * 60 + Math.min(second, 59),
  )
}

/** How a text writes a time, for telling what a whole column means; null where it is none. */
export function dateShape(text: string): { zoned: boolean; order: DayOrder | 'either' | 'none' } | null {
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) {
    const time = readNumber(text, zoneOf('UTC'))
    if (typeof time === 'string') return null
    return { zoned: /^\d{9,13}(\.|$)|^\d{15,16}$/.test(text), order: 'none' }
  }
  const date = scanDate(text)
  if (!date) return null
  const shape = (order: DayOrder | 'either' | 'none') => ({ zoned: date.zone !== '', order })
  if (!date.numeric || date.month === date.day) return shape('none')
  if (date.month > 12 && date.day > 12) return null
  return shape(date.month > 12 ? 'day_first' : date.day > 12 ? 'month_first' : 'either')
}
