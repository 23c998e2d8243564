const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  let known = formats.get(zone)
  if (!known) {
    const two = '2-digit'
    known = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
      hourCycle: 'h23',
    })
    formats.set(zone, known)
  }
  return known
}

/** What a clock on the wall shows in the zone, as if it were UTC. */
function wallOf(at: number, zone: string): number {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second)
}

/** The day `YYYY-MM-DD` an instant falls on in a zone. */
export function localDay(at: Date, zone: string): string {
  return new Date(wallOf(at.getTime(), zone)).toISOString().slice(0, 10)
}

/** The day `n` days later. */
export function dayAfter(day: string, n = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10)
}

/** 0 for Monday … 6 for Sunday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** When a clock in the zone shows so many minutes after midnight on a day; where the clock skips that time, as long after the gap's begin. */
export function instantOf(day: string, minutes: number, zone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS
  const offset = (at: number) => wallOf(at, zone) - at
  const early = wall - offset(wall - DAY_MS)
  const late = wall - offset(wall + DAY_MS)
  if (wallOf(early, zone) === wall) return new Date(early)
  return new Date(wallOf(late, zone) === wall ? late : early)
}
