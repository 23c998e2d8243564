import type { TakenDay } from '@/db/queries/resubmit/candidates'
import { instantOf, localDay } from '@/lib/resubmit/local-time'
import { wholeDayPace, type Pace } from '@/lib/resubmit/pace'
import { schedule } from '@/lib/resubmit/schedule'

interface Plan {
  pace: Pace
  zone: string
  now: Date
  seed: string
  taken: readonly TakenDay[]
  /** A file takes a whole day at once; its tool keeps the gaps. */
  wholeDays: boolean
}

/** When each contact is due, in the order given; null for those that a year is not enough for. */
export function planContacts(contacts: readonly { account: string }[], plan: Plan): (Date | null)[] {
  const counts = new Map<string, number>()
  for (const { account } of contacts) counts.set(account, (counts.get(account) ?? 0) + 1)
  const taken = new Map(plan.taken.map(({ account, day, count }) => [`${day} ${account}`, count]))
  const times = schedule({
    ...plan,
    pace: plan.wholeDays ? wholeDayPace(plan.pace) : plan.pace,
    accounts: counts,
    taken: (account, day) => taken.get(`${day} ${account}`) ?? 0,
  })
  const next = new Map<string, number>()
  return contacts.map(({ account }) => {
    const nth = next.get(account) ?? 0
    next.set(account, nth + 1)
    const at = times.get(account)?.[nth]
    return at ? (plan.wholeDays ? dayStart(at, plan) : at) : null
  })
}

const starts = new Map<string, Date>()

function dayStart(at: Date, { zone, now }: Plan): Date {
  const day = localDay(at, zone)
  const key = `${zone} ${day}`
  if (starts.size > 2_000) starts.clear()
  const start = starts.get(key) ?? instantOf(day, 0, zone)
  starts.set(key, start)
  return start < now ? now : start
}
