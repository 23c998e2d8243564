import type { RejectReason, SkipReason } from './types'

/** What a file's rows came to. Always rows = new + known + skipped + rejected, see `countsAddUp`. */
export interface ImportCounts {
  /** Rows (of mails: mails) of the file that tell of somebody. */
  records: number
  /** Bounced recipients and other records read; a record with three recipients is three rows. */
  rows: number
  /** Bounces that were not stored before. */
  new: number
  /** Bounces that another import (or an earlier row with the same event id) brought already. */
  known: number
  /** Rows that tell of no bounce, by why. */
  skipped: Partial<Record<SkipReason, number>>
  /** Rows that can't be read, by why. */
  rejected: Partial<Record<RejectReason, number>>
  /** Of the skipped: complaints and unsubscribes by what follows; absent where an import is older than that. */
  optOuts?: OptOutCounts
  /** New bounces by category id, `unclassified` included. */
  byCategory: Record<string, number>
  /** New bounces by sending account, most first, at most `ACCOUNTS_LISTED`; '' is an unknown account. */
  byAccount: AccountCount[]
  /** New bounces of the accounts beyond those listed. */
  otherAccounts: number
  /** Unix seconds of the first and last new bounce; null where there is none. */
  firstAt: number | null
  lastAt: number | null
}

export interface OptOutCounts {
  /** Not told before: these list their address. */
  new: number
  /** Another import (or an earlier row) told of them already. */
  known: number
  /** From reports that may be forged: they list nobody. */
  unverified: number
  /** They say of nobody that we could list. */
  unnamed: number
}

export interface AccountCount {
  account: string
  count: number
  /** False for an account this workspace has not seen before. */
  seenBefore: boolean
}

export const ACCOUNTS_LISTED = 100

/** Counts of a file of which nothing is read yet. */
export function emptyCounts(): ImportCounts {
  return {
    records: 0,
    rows: 0,
    new: 0,
    known: 0,
    skipped: {},
    rejected: {},
    byCategory: {},
    byAccount: [],
    otherAccounts: 0,
    firstAt: null,
    lastAt: null,
  }
}

/** The sum over reasons. */
export function total(byReason: Partial<Record<string, number>>): number {
  return Object.values(byReason).reduce<number>((sum, count) => sum + (count ?? 0), 0)
}

/** Conservation: every row read is in exactly one of the four heaps, and every new bounce in one category and one account. */
export function countsAddUp(counts: ImportCounts): boolean {
  const heaps = counts.new + counts.known + total(counts.skipped) + total(counts.rejected)
  const { complaint = 0, unsubscribe = 0 } = counts.skipped
  const accounts = counts.byAccount.reduce((sum, each) => sum + each.count, counts.otherAccounts)
  return (
    counts.records <= counts.rows &&
    counts.rows === heaps &&
    total(counts.byCategory) === counts.new &&
    accounts === counts.new &&
    (!counts.optOuts || total({ ...counts.optOuts }) === complaint + unsubscribe)
  )
}

/** How far the present phase is; told by the server-sent events too. */
export interface ImportProgress {
  phase: 'reading' | 'checking' | 'storing' | 'removing'
  /** Bytes while reading, rows otherwise. */
  unit: 'bytes' | 'rows'
  done: number
  total: number
  /** Rows handled in this phase. */
  rows: number
  /** Rows a second over the last steps; 0 until known. */
  rate: number
  secondsLeft: number | null
}
