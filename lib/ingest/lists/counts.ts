import type { ListReason } from './types'

/** What reading a list came to. Entries are counted, not rows: a row may name several. */
export interface ListCounts {
  rows: number
  entries: number
  /** Not on the list yet, or only until an earlier time. */
  added: number
  /** On the list for the same reason, in this file or before. */
  known: number
  unreadable: number
  /** Rows that ask for nothing, entries whose time is over. */
  leftOut: number
  byReason: Partial<Record<ListReason, number>>
  domains: number
}

/** A domain in the checked file that is most likely another one, mistyped. */
export interface Typo {
  from: string
  to: string
  count: number
}

/** What a check came to; every row stands in exactly one of clean, listed, resting, unreadable. */
export interface CheckCounts {
  rows: number
  clean: number
  listed: number
  resting: number
  unreadable: number
  /** Listed and resting rows by reason. */
  byReason: Record<string, number>
  typos: Typo[]
  typoRows: number
  /** When the check was made, ISO. */
  checkedAt: string
}

/** How far reading or storing is. */
export interface ListProgress {
  done: number
  total: number
  unit: 'bytes' | 'entries'
}

/** What a person says of entries whose file does not say it. */
export interface ListChoices {
  reason: 'complaint' | 'unsubscribe' | 'manual' | 'imported'
  note: string
  /** ISO time at which the entries end; null for good. */
  until: string | null
}

export const FIRST_CHOICES: ListChoices = { reason: 'imported', note: '', until: null }

/** How many kinds of typos a check remembers. */
export const MAX_TYPOS = 50
