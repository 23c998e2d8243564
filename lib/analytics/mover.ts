import { byCategory, total, type Cells } from './cells'

/** Counts of something by account, now and in the period before. */
export interface Before {
  now: Cells
  before: Cells
}

export interface Cause {
  account: string
  category: string
  /** Bounces more than before. */
  by: number
}

/** The entry whose count moved most in either direction, where it moved by at least `least`; null where none did. */
export function largestMove<T extends Before>(entries: readonly T[], least = 20): T | null {
  const moved = (entry: T) => Math.abs(total(entry.now) - total(entry.before))
  const top = entries.reduce<T | null>(
    (best, entry) => (!best || moved(entry) > moved(best) ? entry : best),
    null,
  )
  return top && moved(top) >= least ? top : null
}

/** Which account and category made a rise, largest first; those that fell are left out. */
export function causesOf(accounts: readonly (Before & { account: string })[]): Cause[] {
  return accounts
    .flatMap(({ account, now, before }) => {
      const past = byCategory(before)
      return [...byCategory(now)].map(([category, n]) => ({
        account,
        category,
        by: n - (past.get(category) ?? 0),
      }))
    })
    .filter((cause) => cause.by > 0)
    .sort((a, b) => b.by - a.by || (a.account + a.category < b.account + b.category ? -1 : 1))
}
