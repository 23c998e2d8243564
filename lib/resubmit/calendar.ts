import { dayAfter, localDay, weekdayOf } from './local-time'
import { daysOf, schedule, type Plan } from './schedule'

export interface CalendarDay {
  day: string
  count: number
}

export interface Calendar {
  /** Monday to Friday, or to Sunday where those days are worked. */
  weeks: CalendarDay[][]
  last: string | null
  /** The account that takes longest, and when it would end at a faster pace. */
  slowest: { account: string; contacts: number; perDay: number; ends: string } | null
  /** Contacts that a year is not enough for. */
  left: number
}

/** The calendar that a plan gives, by weeks, with what would make it shorter. */
export function calendarOf(plan: Plan): Calendar {
  const times = schedule(plan)
  const days = daysOf(times.values(), plan.zone)
  const last = days.at(-1)?.day ?? null
  const planned = days.reduce((sum, { count }) => sum + count, 0)
  const wanted = [...plan.accounts.values()].reduce((sum, count) => sum + count, 0)
  return {
    weeks: last ? weeksOf(plan, days, last) : [],
    last,
    slowest: slowestOf(plan, times, last),
    left: wanted - planned,
  }
}

function weeksOf({ pace, now, zone }: Plan, days: CalendarDay[], last: string): CalendarDay[][] {
  const shown = Math.max(5, ...pace.days.map((day) => day + 1))
  const counts = new Map(days.map(({ day, count }) => [day, count]))
  const today = localDay(now, zone)
  const weeks: CalendarDay[][] = []
  for (let monday = dayAfter(today, -weekdayOf(today)); monday <= last; monday = dayAfter(monday, 7)) {
    const week = Array.from({ length: shown }, (_, i) => dayAfter(monday, i))
    weeks.push(week.map((day) => ({ day, count: counts.get(day) ?? 0 })))
  }
  // A week that is over and had nothing says nothing.
  return weeks.length > 1 && weeks[0]!.every(({ day }) => day < today) ? weeks.slice(1) : weeks
}

function slowestOf(plan: Plan, times: Map<string, Date[]>, last: string | null): Calendar['slowest'] {
  const ends = (list: readonly Date[]) => (list.length > 0 ? localDay(list.at(-1)!, plan.zone) : '')
  const [account, list] = [...times].reduce<[string, Date[]]>(
    (slow, each) =>
      ends(each[1]) > ends(slow[1]) || (ends(each[1]) === ends(slow[1]) && each[1].length > slow[1].length)
        ? each
        : slow,
    ['', []],
  )
  if (!last || list.length <= plan.pace.perDay) return null
  const perDay = Math.min(2000, Math.ceil((plan.pace.perDay * 1.6) / 5) * 5)
  const accounts = new Map([[account, plan.accounts.get(account) ?? 0]])
  const faster = schedule({ ...plan, accounts, pace: { ...plan.pace, perDay } })
  const sooner = ends(faster.get(account) ?? [])
  return sooner < last ? { account, contacts: accounts.get(account) ?? 0, perDay, ends: sooner } : null
}
