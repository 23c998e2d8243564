import type { Sql, TransactionSql } from 'postgres'
import type { ImportCounts, ImportProgress } from '@/lib/ingest/counts'
import type { ReaderPosition } from '@/lib/ingest/read'
import type { RejectReason, SkipReason } from '@/lib/ingest/types'

export type Tx = TransactionSql

/** What the steps of an import need from outside. */
export interface Deps {
  sql: Sql
  /** Called at every point where a killed process would leave its mark; tests throw or exit there. */
  fault?: (point: string) => void | Promise<void>
  /** True once the worker is to stop after the step at hand. */
  stopping?: () => boolean
}

/** An import in the hands of this worker: with an older fence nothing can be written. */
export interface Taken {
  workspaceId: string
  importId: string
  fence: number
}

/** Where an import is in its file, kept with every step. */
export interface ReadingCheckpoint {
  position: ReaderPosition | null
  /** Records of the file read, outcomes they gave, and rows of these in the stage. */
  records: number
  seq: number
  staged: number
  skipped: Partial<Record<SkipReason, number>>
  rejected: Partial<Record<RejectReason, number>>
}

/** Place in the order of keys. */
export interface KeyCursor {
  at: number
  key: string
}

/** Where taking an import back is. */
export interface Removal {
  collected: boolean
  after: KeyCursor | null
  then: 'undone' | 'cancelled'
  /** The twin that inherits every row. */
  heir: string | null
  total: number
  done: number
}

export interface Checkpoint {
  phase: 'reading' | 'checking' | 'storing' | 'removing'
  /** Goes on to store without waiting for a person. */
  auto: boolean
  /** True once bounces may have been stored: from then on an end is an undo. */
  stored: boolean
  /** Who set the present work going. */
  actorId: string
  /** The workspace's template rules that the stage was made with. */
  rules: string
  reading: ReadingCheckpoint
  /** `after` is the last outcome that was looked at. */
  checking: { after: number; tally: Tally }
  /** The last outcome whose opt-out is stored, and what they came to; absent before the first. */
  optOuts?: { after: number; counted: { new: number; known: number; unverified: number } }
  removing: Removal
  /** What went wrong the last time, for the sentence of a failed import. */
  lastError: string | null
}

/** Counts that steps add up: of new rows by category and account, and of known ones. */
export interface Tally {
  new: number
  known: number
  byCategory: Record<string, number>
  byAccount: Record<string, number>
  otherAccounts: number
  firstAt: number | null
  lastAt: number | null
}

export function emptyTally(): Tally {
  return { new: 0, known: 0, byCategory: {}, byAccount: {}, otherAccounts: 0, firstAt: null, lastAt: null }
}

export function emptyReading(): ReadingCheckpoint {
  return { position: null, records: 0, seq: 0, staged: 0, skipped: {}, rejected: {} }
}

/** The checkpoint of an import of which nothing is done. */
export function freshCheckpoint(auto: boolean, actorId: string): Checkpoint {
  return {
    phase: 'reading',
    auto,
    stored: false,
    actorId,
    rules: '',
    reading: emptyReading(),
    checking: { after: 0, tally: emptyTally() },
    removing: { collected: false, after: null, then: 'undone', heir: null, total: 0, done: 0 },
    lastError: null,
  }
}

/** An import as the worker loads it before each phase. */
export interface Work {
  state: 'staging' | 'importing' | 'undoing'
  settings: unknown
  checkpoint: Checkpoint
  counts: ImportCounts | null
  progress: ImportProgress | null
  uploadId: string
  size: number
  gzip: boolean
  timeZone: string
}

/** The stage went with a crash of the database; it is made again from the stored file. */
export class StageLost extends Error {
  override name = 'StageLost'
}
