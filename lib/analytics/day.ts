/** A calendar day `YYYY-MM-DD`; which instants it covers depends on the zone. */
export type Day = string

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string): Intl.DateTimeFormat {
  let known = formats.get(zone)
  if (!known) {
    known = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(zone, known)
  }
  return known
}

function fields(at: Date, zone: string): Record<string, string> {
  return Object.fromEntries(
    format(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
}

/** The day an instant falls on in a zone. */
export function dayOf(at: Date, zone: string): Day {
  const { year, month, day } = fields(at, zone)
  return `${year?.padStart(4, '0')}-${month}-${day}`
}

// A page asks for the same few hundred days tens of thousands of times; days made up in URLs must not pile up.
const KEPT_DAYS = 20_000
const times = new Map<Day, number>()
const days = new Map<number, Day>()

function keep<K, V>(kept: Map<K, V>, key: K, value: V): V {
  if (kept.size >= KEPT_DAYS) kept.clear()
  kept.set(key, value)
  return value
}

const utc = (day: Day) => times.get(day) ?? keep(times, day, Date.parse(`${day}T00:00:00Z`))
const isoDay = (ms: number): Day => days.get(ms) ?? keep(days, ms, new Date(ms).toISOString().slice(0, 10))

/** The day `n` days later, or earlier for a negative `n`. */
export function addDays(day: Day, n: number): Day {
  return isoDay(utc(day) + n * DAY_MS)
}

/** Days from `from` to `to`, both counted; 1 for the same day. */
export function countDays(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS) + 1
}

/** Every day from `from` to `to`, both included; none where they are the wrong way round. */
export function eachDay(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, countDays(from, to)) }, (_, i) => addDays(from, i))
}

/** 0 for Monday … 6 for Sunday. */
export function weekday(day: Day): number {
  return (new Date(utc(day)).getUTCDay() + 6) % 7
}

/** Tells whether a text is a real day of the years 1970 to 9999. */
export function isDay(text: string): text is Day {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    text >= '1970-01-01' &&
    !Number.isNaN(utc(text)) &&
    isoDay(utc(text)) === text
  )
}

/** The first instant of a day in a zone, also where the clock skips midnight. */
export function startOfDay(day: Day, zone: string): Date {
  const midnight = utc(day)
  // Offsets lie within ±26 hours of UTC; the boundary is found by halving, so any zone's rules are followed.
  let before = midnight - 26 * 3_600_000
  let after = midnight + 26 * 3_600_000
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000
    if (dayOf(new Date(middle), zone) >= day) after = middle
    else before = middle
  }
  return new Date(after)
}
