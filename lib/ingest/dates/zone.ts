const DAY = 86400
const QUARTER = 900

export interface Zone {
  /** Unix seconds of a wall-clock time, given as if it were UTC. In a gap the clock moves on, in an overlap the first counts. */
  toUnix(wall: number): number
}

export const UTC: Zone = { toUnix: (wall) => wall }

const zones = new Map<string, Zone>()

/** A named IANA zone; throws for a name that the runtime does not know. */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name)
  if (!zone) {
    zone = name === 'UTC' ? UTC : openZone(name)
    if (zones.size > 100) zones.clear()
    zones.set(name, zone)
  }
  return zone
}

/** Offsets are asked of Intl once a day, around a change of the clock once a quarter of an hour. */
function openZone(name: string): Zone {
  const offset = offsetReader(name)
  const days = new Map<number, number>()
  const offsetOfDay = (day: number): number => {
    let known = days.get(day)
    if (known === undefined) {
      const before = offset((day - 1) * DAY)
      known = before === offset((day + 2) * DAY) ? before : NaN
      if (days.size > 5000) days.clear()
      days.set(day, known)
    }
    return known
  }
  return {
    toUnix(wall) {
      const steady = offsetOfDay(Math.floor(wall / DAY))
      if (steady === steady) return wall - steady
      const before = offset(wall - DAY)
      const after = offset(wall + DAY)
      const first = wall - before
      const second = wall - after
      if (offset(first) === before) return first
      return offset(second) === after ? second : first
    },
  }
}

function offsetReader(name: string): (unix: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const known = new Map<number, number>()
  return (unix) => {
    const quarter = Math.floor(unix / QUARTER)
    let offset = known.get(quarter)
    if (offset === undefined) {
      const [month, day, year, hour, minute, second] = format
        .format(quarter * QUARTER * 1000)
        .split(/\D+/)
        .map(Number) as [number, number, number, number, number, number]
      offset = Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - quarter * QUARTER
      if (known.size > 5000) known.clear()
      known.set(quarter, offset)
    }
    return offset
  }
}

/** Zone names of mail headers and exports that mean one thing only, in seconds east of UTC. */
const ABBREVIATIONS: Record<string, number> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 1, cet: 1, cest: 2, mez: 1, mesz: 2, eet: 2, eest: 3, msk: 3,
  est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, akst: -9, akdt: -8, hst: -10,
  jst: 9, kst: 9, aest: 10, aedt: 11, awst: 8, nzst: 12, nzdt: 13,
} // prettier-ignore

const named = new Map<string, Zone | null>()

/** Reads a zone as a time names it: `Z`, `+0100`, `GMT+1`, `CET`, `Europe/Berlin`; null where it is unknown. */
export function parseZone(text: string): Zone | null {
  const key = text.trim()
  let zone = named.get(key)
  if (zone === undefined) {
    zone = readZone(key)
    if (named.size > 500) named.clear()
    named.set(key, zone)
  }
  return zone
}

function readZone(text: string): Zone | null {
  const bare = text.replace(/\s*\([^)]*\)$/, '')
  const offset = /^(?:utc|gmt)?\s*([+\-\u2212])(\d{1,2})(?::?(\d{2}))?$/i.exec(bare)
  if (offset) {
    const hours = Number(offset[2])
    const minutes = Number(offset[3] ?? 0)
    if (hours > 15 || minutes > 59) return null
    const seconds = (hours * 60 + minutes) * 60 * (offset[1] === '+' ? 1 : -1)
    return { toUnix: (wall) => wall - seconds }
  }
  const hours = Object.hasOwn(ABBREVIATIONS, bare.toLowerCase())
    ? ABBREVIATIONS[bare.toLowerCase()]
    : undefined
  if (hours !== undefined) return hours === 0 ? UTC : { toUnix: (wall) => wall - hours * 3600 }
  if (!/^[A-Za-z]+\/[A-Za-z_+\-/]+$/.test(bare)) return null
  try {
    return zoneOf(bare)
  } catch {
    return null
  }
}
