import { monthOf } from './months'

/** A time as its text says it, before it is checked. */
export interface ScannedDate {
  /** null where the text has none (syslog). */
  year: number | null
  month: number
  day: number
  hour: number
  minute: number
  second: number
  /** '' where the text names no zone. */
  zone: string
  /** Whether `month` and `day` stand in an order that is a convention: read as they stand, first month then day. */
  numeric: boolean
}

const TIME = String.raw`(?:(?:\s*,\s*|\s+|T)(?:(?:at|um|à|a las)\s+)?(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?)?\s*([ap]\.?\s?m\.?)?(?![\d:]))?`
const ZONE = String.raw`\s*([A-Za-z+\-\u2212][^,;]{0,60})?`
const WEEKDAY = String.raw`(?:\p{L}{2,12}\.?,?\s+)?`
const YEAR = String.raw`(\d{4}|'?\d{2})`

const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}${ZONE}$`, 'u')
const NUMERIC = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})([-/.])\s?(\d{1,2})\2\s?${YEAR}${TIME}${ZONE}$`,
  'iu',
)
const DAY_MONTH = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th|\.|º)?[\s-]+(?:de\s+)?(\p{L}{3,10})\.?,?[\s-]+(?:de\s+)?${YEAR}${TIME}${ZONE}$`,
  'iu',
)
const MONTH_DAY = new RegExp(
  String.raw`^${WEEKDAY}(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)${YEAR}${TIME}${ZONE}$`,
  'iu',
)
const TIME_THEN_YEAR = new RegExp(
  String.raw`^${WEEKDAY}(\p{L}{3,10})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s+([A-Z][A-Za-z+\-:\d]{1,9}))?(?:\s+(\d{4}))?$`,
  'iu',
)

/** The two commonest shapes by themselves: `M/D/YYYY h:mm AM` and `Wed, 03 Sep 2025 09:14:02 +0000`. */
const COMMON_NUMERIC =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AaPp])[Mm])?)?$/
const COMMON_WORDS =
  /^(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))?()(?: ([A-Za-z]{1,5}|[+-]\d{4}))?$/

/** Takes a written date apart; null where it has none of the known shapes. Numbers alone (epochs) are not its business. */
export function scanDate(text: string): ScannedDate | null {
  if (text.length > 100) return null
  return scanCommon(text) ?? scanNumeric(text) ?? scanWords(text)
}

function scanCommon(text: string): ScannedDate | null {
  const numeric = COMMON_NUMERIC.exec(text)
  if (numeric) return fromNumbers(numeric)
  const words = COMMON_WORDS.exec(text)
  const month = words && monthOf(words[2]!)
  return month ? at(Number(words[3]), month, Number(words[1]), clock(words, 4), false) : null
}

function fromNumbers(m: RegExpExecArray): ScannedDate {
  const [first, second] = [Number(m[1]), Number(m[3])]
  const dotted = m[2] === '.'
  return at(fullYear(m[4]!), dotted ? second : first, dotted ? first : second, clock(m, 5), !dotted)
}

function at(year: number | null, month: number, day: number, time: Clock, numeric: boolean): ScannedDate {
  const { hour, minute, second, zone } = time
  return { year, month, day, hour, minute, second, zone, numeric }
}

function scanNumeric(text: string): ScannedDate | null {
  const m = YEAR_FIRST.exec(text)
  if (m) return at(Number(m[1]), Number(m[3]), Number(m[4]), clock(m, 5), false)
  const n = NUMERIC.exec(text)
  return n && fromNumbers(n)
}

function scanWords(text: string): ScannedDate | null {
  const day = DAY_MONTH.exec(text)
  let month = day && monthOf(day[2]!)
  if (day && month) return at(fullYear(day[3]!), month, Number(day[1]), clock(day, 4), false)
  const log = TIME_THEN_YEAR.exec(text)
  month = log && monthOf(log[1]!)
  if (log && month) {
    const time = {
      hour: Number(log[3]),
      minute: Number(log[4]),
      second: Number(log[5] ?? 0),
      zone: log[6] ?? '',
    }
    return at(log[7] === undefined ? null : Number(log[7]), month, Number(log[2]), time, false)
  }
  const written = MONTH_DAY.exec(text)
  month = written && monthOf(written[1]!)
  if (written && month) return at(fullYear(written[3]!), month, Number(written[2]), clock(written, 4), false)
  return null
}

type Clock = Pick<ScannedDate, 'hour' | 'minute' | 'second' | 'zone'>

/** Hour, minute, second, half of the day and zone, from five groups of a match. */
function clock(m: RegExpExecArray, from: number): Clock {
  const half = m[from + 3]?.[0]?.toLowerCase()
  let hour = Number(m[from] ?? 0)
  if (half && (hour < 1 || hour > 12)) hour = 99
  else if (half === 'p') hour = (hour % 12) + 12
  else if (half === 'a') hour %= 12
  const [minute, second] = [Number(m[from + 1] ?? 0), Number(m[from + 2] ?? 0)]
  return { hour, minute, second, zone: (m[from + 4] ?? '').trim() }
}

/** 00–69 is this century, 70–99 the last. */
function fullYear(text: string): number {
  const digits = text.replace("'", '')
  const year = Number(digits)
  return digits.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year
}
