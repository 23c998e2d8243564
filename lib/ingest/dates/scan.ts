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

/** Takes a written date apart; null where it has none of the known shapes. Numbers alone (epochs) are not its business. */
export function scanDate(text: string): ScannedDate | null {
  if (text.length > 100) return null
  return scanNumeric(text) ?? scanWords(text)
}

function scanNumeric(text: string): ScannedDate | null {
  let m = YEAR_FIRST.exec(text)
  if (m) return { ...clock(m, 5), year: Number(m[1]), month: Number(m[3]), day: Number(m[4]), numeric: false }
  m = NUMERIC.exec(text)
  if (!m) return null
  const [first, second] = [Number(m[1]), Number(m[3])]
  const dotted = m[2] === '.'
  return {
    ...clock(m, 5),
    year: fullYear(m[4]!),
    month: dotted ? second : first,
    day: dotted ? first : second,
    numeric: !dotted,
  }
}

function scanWords(text: string): ScannedDate | null {
  let m = DAY_MONTH.exec(text)
  let month = m && monthOf(m[2]!)
  if (m && month) return { ...clock(m, 4), year: fullYear(m[3]!), month, day: Number(m[1]), numeric: false }
  m = TIME_THEN_YEAR.exec(text)
  month = m && monthOf(m[1]!)
  if (m && month) {
    const [hour, minute, second] = [Number(m[3]), Number(m[4]), Number(m[5] ?? 0)]
    const year = m[7] === undefined ? null : Number(m[7])
    return { year, month, day: Number(m[2]), hour, minute, second, zone: m[6] ?? '', numeric: false }
  }
  m = MONTH_DAY.exec(text)
  month = m && monthOf(m[1]!)
  if (m && month) return { ...clock(m, 4), year: fullYear(m[3]!), month, day: Number(m[2]), numeric: false }
  return null
}

function clock(m: RegExpExecArray, at: number): Pick<ScannedDate, 'hour' | 'minute' | 'second' | 'zone'> {
  const half = m[at + 3]?.[0]?.toLowerCase()
  let hour = Number(m[at] ?? 0)
  if (half && (hour < 1 || hour > 12)) hour = 99
  else if (half === 'p') hour = (hour % 12) + 12
  else if (half === 'a') hour %= 12
  return {
    hour,
    minute: Number(m[at + 1] ?? 0),
    second: Number(m[at + 2] ?? 0),
    zone: (m[at + 4] ?? '').trim(),
  }
}

/** 00–69 is this century, 70–99 the last. */
function fullYear(text: string): number {
  const digits = text.replace("'", '')
  const year = Number(digits)
  return digits.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year
}
