import { dayAfter, instantOf, localDay, weekdayOf } from './local-time'
import type { Pace } from './pace'
import { randomFrom } from './random'

export interface Plan {
  /** How many contacts each sending account has. */
  accounts: ReadonlyMap<string, number>
  pace: Pace
  zone: string
  now: Date
  /** The same seed gives the same jitter. */
  seed: string
  /** How many other batches have planned for an account and a day. */
  taken?: (account: string, day: string) => number
}

/** No plan goes further: what would be later is left out of the times given. */
export const MOST_DAYS = 366

/** When each account's contacts are due, first ones first: within working hours, so many a day, with gaps between them. */
export function schedule(plan: Plan): Map<string, Date[]> {
  const first = localDay(plan.now, plan.zone)
  const days = Array.from({ length: MOST_DAYS }, (_, i) => dayAfter(first, i))
  const working = days.filter((day) => plan.pace.days.includes(weekdayOf(day)))
  const windows = new Map<string, Window>()
  return new Map(
    [...plan.accounts].map(([account, count]) => [account, timesOf(plan, working, windows, account, count)]),
  )
}

interface Window {
  opens: number
  closes: number
}

function windowOf({ pace, zone, now }: Plan, windows: Map<string, Window>, day: string): Window {
  let known = windows.get(day)
  if (!known) {
    known = {
      opens: Math.max(instantOf(day, pace.from, zone).getTime(), now.getTime()),
      closes: instantOf(day, pace.to, zone).getTime(),
    }
    windows.set(day, known)
  }
  return known
}

function timesOf(
  plan: Plan,
  working: readonly string[],
  windows: Map<string, Window>,
  account: string,
  count: number,
): Date[] {
  const random = randomFrom(`${plan.seed} ${account}`)
  const [least, most] = plan.pace.gap
  const gap = () => (least + random() * (most - least)) * 1000
  const times: Date[] = []
  for (const day of working) {
    if (times.length >= count) break
    const { opens, closes } = windowOf(plan, windows, day)
    let room = plan.pace.perDay - (plan.taken?.(account, day) ?? 0)
    // The first of a day is due within one gap of the opening, so that accounts don't all begin at once.
    let at = opens + Math.min(random() * gap(), Math.max(0, closes - opens - 1000))
    for (; room > 0 && at < closes && times.length < count; room--) {
      times.push(new Date(Math.floor(at)))
      at += gap()
    }
  }
  return times
}

/** How many contacts a plan gives each day, in order of days. */
export function daysOf(times: Iterable<readonly Date[]>, zone: string): { day: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const each of times)
    for (const at of each) {
      const day = localDay(at, zone)
      counts.set(day, (counts.get(day) ?? 0) + 1)
    }
  return [...counts].map(([day, count]) => ({ day, count })).sort((a, b) => (a.day < b.day ? -1 : 1))
}
