import type { ImportCounts } from '@/lib/ingest/counts'
import { ACCOUNTS_LISTED } from '@/lib/ingest/counts'
import type { ReadingCheckpoint, Tally } from './work'

/** Accounts counted by name; a file that names more (a wrong mapping does) has the rest in one figure. */
const ACCOUNTS_COUNTED = 2_000

/** One group of a step's new rows. */
export interface Group {
  account: string
  category: string
  count: number
  firstAt: number
  lastAt: number
}

/** Adds a step's groups of new rows and its number of known ones. */
export function addToTally(tally: Tally, groups: readonly Group[], known: number): Tally {
  const next: Tally = {
    ...tally,
    known: tally.known + known,
    byCategory: { ...tally.byCategory },
    byAccount: { ...tally.byAccount },
  }
  for (const group of groups) addGroup(next, group)
  return next
}

function addGroup(tally: Tally, { account, category, count, firstAt, lastAt }: Group): void {
  tally.new += count
  tally.byCategory[category] = (tally.byCategory[category] ?? 0) + count
  const listed = Object.hasOwn(tally.byAccount, account)
  if (listed || Object.keys(tally.byAccount).length < ACCOUNTS_COUNTED) {
    tally.byAccount[account] = (listed ? tally.byAccount[account]! : 0) + count
  } else tally.otherAccounts += count
  tally.firstAt = Math.min(tally.firstAt ?? firstAt, firstAt)
  tally.lastAt = Math.max(tally.lastAt ?? lastAt, lastAt)
}

/** The sum of several lanes. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const sum: Tally = {
    new: 0,
    known: 0,
    byCategory: {},
    byAccount: {},
    otherAccounts: 0,
    firstAt: null,
    lastAt: null,
  }
  for (const tally of tallies) {
    sum.new += tally.new
    sum.known += tally.known
    sum.otherAccounts += tally.otherAccounts
    for (const [id, count] of Object.entries(tally.byCategory)) {
      sum.byCategory[id] = (sum.byCategory[id] ?? 0) + count
    }
    for (const [account, count] of Object.entries(tally.byAccount)) {
      sum.byAccount[account] = (Object.hasOwn(sum.byAccount, account) ? sum.byAccount[account]! : 0) + count
    }
    sum.firstAt = least(sum.firstAt, tally.firstAt)
    sum.lastAt = tally.lastAt === null ? sum.lastAt : Math.max(sum.lastAt ?? tally.lastAt, tally.lastAt)
  }
  return sum
}

function least(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b)
}

/** The figures a person sees: what was read, and what its rows came to. */
export function countsOf(
  reading: ReadingCheckpoint,
  tally: Tally,
  seenAccounts: ReadonlySet<string>,
): ImportCounts {
  const accounts = Object.entries(tally.byAccount).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const beyond = accounts.slice(ACCOUNTS_LISTED).reduce((sum, [, count]) => sum + count, 0)
  return {
    records: reading.records,
    rows: reading.seq,
    new: tally.new,
    known: tally.known,
    skipped: reading.skipped,
    rejected: reading.rejected,
    byCategory: tally.byCategory,
    byAccount: accounts.slice(0, ACCOUNTS_LISTED).map(([account, count]) => ({
      account,
      count,
      seenBefore: account === '' || seenAccounts.has(account),
    })),
    otherAccounts: tally.otherAccounts + beyond,
    firstAt: tally.firstAt,
    lastAt: tally.lastAt,
  }
}

/** Adds counts by reason. */
export function addReasons<K extends string>(
  sum: Partial<Record<K, number>>,
  more: Partial<Record<K, number>>,
): Partial<Record<K, number>> {
  const next = { ...sum }
  for (const [reason, count] of Object.entries(more) as [K, number][])
    next[reason] = (next[reason] ?? 0) + count
  return next
}
