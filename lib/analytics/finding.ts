import { categoryById } from '@/lib/bounce/categories'
import { byCategory, type Cells } from './cells'
import { addDays, countDays, weekday, type Day } from './day'

/** Bounces of one account on one day. */
export interface AccountDay {
  account: string
  day: Day
  cells: Cells
}

/** A run of days on which an account had far more bounces of a category than its own past explains. */
export interface Finding {
  account: string
  category: string
  since: Day
  until: Day
  /** It reaches to the last days there is data of. */
  ongoing: boolean
  /** Within the run. */
  bounces: number
  /** On its first day. */
  atFirst: number
  /** What the account's past would have expected of the same days. */
  usual: number
}

/** Days that are searched, and the days before them that they are compared with. */
export const WATCHED_DAYS = 28
export const BASELINE_DAYS = 42
/** Below two weeks of past nothing can be called unusual. */
const LEAST_BASELINE = 14
const LEAST_BOUNCES = 8
/** A run goes on over this many quiet days, so that a weekend does not cut it. */
const BRIDGE = 3

export interface Findings {
  /** False where the data does not reach back far enough to compare with. */
  comparable: boolean
  /** Most pressing first. */
  found: Finding[]
}

/** Searches the four weeks up to `asOf` for what the six weeks before do not explain, account by account and category by category. */
export function findUnusual(rows: readonly AccountDay[], asOf: Day): Findings {
  const seen = rows.filter((row) => row.day <= asOf)
  const first = seen.reduce((day, row) => (row.day < day ? row.day : day), asOf)
  const last = seen.reduce((day, row) => (row.day > day ? row.day : day), first)
  const watchFrom = addDays(last, 1 - WATCHED_DAYS)
  const baseFrom = addDays(watchFrom, -BASELINE_DAYS)
  const start = first > baseFrom ? first : baseFrom
  if (seen.length === 0 || countDays(start, watchFrom) - 1 < LEAST_BASELINE)
    return { comparable: false, found: [] }
  const found = [...series(seen, start)].flatMap(([key, days]) => {
    const [account = '', category = ''] = key.split('\n')
    return runs(days, start, watchFrom, last).map((run) => ({ account, category, ...run }))
  })
  return {
    comparable: true,
    found: found.sort((a, b) => pressure(b) - pressure(a) || (key(a) < key(b) ? -1 : 1)),
  }
}

const key = (finding: Finding) => `${finding.account}\n${finding.category}\n${finding.since}`

type Series = Map<Day, number>

function series(rows: readonly AccountDay[], start: Day): Map<string, Series> {
  const all = new Map<string, Series>()
  for (const row of rows) {
    if (row.day < start) continue
    for (const [category, n] of byCategory(row.cells)) {
      if (n === 0) continue
      const name = `${row.account}\n${category}`
      const days = all.get(name) ?? new Map<Day, number>()
      days.set(row.day, (days.get(row.day) ?? 0) + n)
      all.set(name, days)
    }
  }
  return all
}

/** The usual count of each weekday: the mean of the weeks before, their largest left out so that an old incident hides no new one. */
function usualWeek(days: Series, start: Day, watchFrom: Day): number[] {
  return Array.from({ length: 7 }, (_, i) => {
    const values: number[] = []
    for (let day = addDays(watchFrom, -7 + i); day >= start; day = addDays(day, -7))
      values.push(days.get(day) ?? 0)
    const trimmed = values.length > 2 ? values.sort((a, b) => a - b).slice(0, -1) : values
    return trimmed.length === 0 ? 0 : trimmed.reduce((sum, n) => sum + n, 0) / trimmed.length
  })
}

function runs(days: Series, start: Day, watchFrom: Day, last: Day): Omit<Finding, 'account' | 'category'>[] {
  const peak = Math.max(...[...days].filter(([day]) => day >= watchFrom).map(([, n]) => n), 0)
  if (peak < LEAST_BOUNCES) return []
  const week = usualWeek(days, start, watchFrom)
  const usualOf = (day: Day) => week[(weekday(day) - weekday(watchFrom) + 7) % 7] ?? 0
  const unusual = (day: Day) => {
    const n = days.get(day) ?? 0
    const usual = usualOf(day)
    return n >= LEAST_BOUNCES && n >= 3 * usual + 4 * Math.sqrt(usual)
  }
  const found: { since: Day; until: Day }[] = []
  for (let day = watchFrom; day <= last; day = addDays(day, 1)) {
    if (!unusual(day)) continue
    const open = found.at(-1)
    if (open && countDays(open.until, day) - 2 <= BRIDGE) open.until = day
    else found.push({ since: day, until: day })
  }
  return found.map(({ since, until }) => {
    let bounces = 0
    let usual = 0
    for (let day = since; day <= until; day = addDays(day, 1)) {
      bounces += days.get(day) ?? 0
      usual += usualOf(day)
    }
    return {
      since,
      until,
      ongoing: countDays(until, last) - 1 <= BRIDGE,
      bounces,
      atFirst: days.get(since) ?? 0,
      usual,
    }
  })
}

/** What is ours to fix presses more than what time heals, and what goes on more than what is over. */
function pressure(finding: Finding): number {
  const disposition = categoryById(finding.category)?.disposition
  const weight = disposition === 'fix' ? 2 : disposition === 'suppress' ? 1.5 : 1
  return (finding.bounces - finding.usual) * weight * (finding.ongoing ? 4 : 1)
}
