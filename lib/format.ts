const counts = new Intl.NumberFormat('en')
const percents = new Map<number, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

function dateFormat(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone}|${JSON.stringify(options)}`
  const known = dates.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options })
  dates.set(key, made)
  return made
}

/** `6,136`. */
export function formatCount(n: number): string {
  return counts.format(n)
}

/** A share of 1 as `9.2 %`; takes the number of decimals. */
export function formatPercent(share: number, digits = 1): string {
  let format = percents.get(digits)
  if (!format) {
    format = new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    percents.set(digits, format)
  }
  return `${format.format(share * 100)} %`
}

/** `1 bounce`, `2 bounces`; a third argument gives an irregular plural. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${formatCount(n)} ${n === 1 ? one : many}`
}

const dayStyles = {
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  full: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** British dates without the comma, and with September as short as its sisters. */
const plain = (date: string) => date.replace(',', '').replace('Sept ', 'Sep ').replace(/Sept$/, 'Sep')

/** A day `YYYY-MM-DD` as `19 Nov`, `Thu 19 Nov`, `19 Nov 2026` or in full. */
export function formatDay(day: string, style: keyof typeof dayStyles = 'short'): string {
  return plain(dateFormat('UTC', dayStyles[style]).format(new Date(`${day}T00:00:00Z`)))
}

/** `21 Oct – 19 Nov 2026`; the year stands twice only where it differs. */
export function formatDayRange(from: string, to: string): string {
  if (from === to) return formatDay(from, 'full')
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return `${formatDay(from, sameYear ? 'short' : 'full')} – ${formatDay(to, 'full')}`
}

/** An instant as `19 Nov 2026, 14:05` in the zone. */
export function formatDateTime(at: Date, zone: string): string {
  return `${plain(dateFormat(zone, dayStyles.full).format(at))}, ${formatTime(at, zone)}`
}

/** An instant as `19 Nov 14:05`, for tables. */
export function formatStamp(at: Date, zone: string): string {
  return `${plain(dateFormat(zone, dayStyles.short).format(at))} ${formatTime(at, zone)}`
}

/** An instant as `14:05` in the zone. */
export function formatTime(at: Date, zone: string): string {
  return dateFormat(zone, { hour: '2-digit', minute: '2-digit' }).format(at)
}

/** Zones keep names that their cities have given up. */
const CITIES_TODAY: Record<string, string> = {
  Asmera: 'Asmara',
  Calcutta: 'Kolkata',
  Faeroe: 'Faroe',
  Godthab: 'Nuuk',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
}

/** The city of an IANA zone, for people: `Europe/Berlin` → `Berlin`, `Europe/Kiev` → `Kyiv`. */
export function zoneCity(zone: string): string {
  const city = (zone.split('/').pop() ?? zone).replaceAll('_', ' ')
  return CITIES_TODAY[city] ?? city
}

/** `13.4 MB`, in powers of 1,000. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** A span of seconds for people: `6 seconds`, `3 minutes`, `1 hour 20 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return plural(whole, 'second')
  const minutes = Math.round(whole / 60)
  if (minutes < 60) return plural(minutes, 'minute')
  const rest = minutes % 60
  return `${plural(Math.floor(minutes / 60), 'hour')}${rest > 0 ? ` ${rest} min` : ''}`
}

/** How long ago, seen from `now`: `just now`, `5 minutes ago`, `3 days ago`. */
export function formatAgo(at: Date, now: Date): string {
  const seconds = Math.round((now.getTime() - at.getTime()) / 1000)
  if (seconds < 45) return 'just now'
  if (seconds < 3600) return `${plural(Math.round(seconds / 60), 'minute')} ago`
  if (seconds < 86_400) return `${plural(Math.round(seconds / 3600), 'hour')} ago`
  return `${plural(Math.round(seconds / 86_400), 'day')} ago`
}
