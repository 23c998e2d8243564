import type { OwnRules } from '@/lib/bounce/own-rules'
import type { ReaderPosition } from '@/lib/ingest/read'
import type { ReaderSettings } from '@/lib/ingest/settings'
import type { RejectReason, SkipReason } from '@/lib/ingest/types'

/** What a reading thread is told before the first chunk. */
export interface ReadingStart {
  settings: ReaderSettings
  /** Where an earlier thread stood; null at the start of the file. */
  position: ReaderPosition | null
  /** Bytes of the given stream that lie before `position`. */
  skip: number
  /** Outcomes given out before `position`. */
  seq: number
  /** True where the stored bytes are packed: a gzip file, or a ZIP archive of mails. */
  gzip: boolean
  /** The workspace's own decisions. */
  rules: OwnRules
  /** The workspace's known sending accounts. */
  senders: string[]
  /** What was seen of the file before `position`; null where that is not known any more. */
  seen: SharedArrayBuffer | null
}

export interface Reject {
  seq: number
  line: number
  reason: RejectReason
  column: string | null
  value: string
  raw: string
}

export interface StagedTemplate {
  id: string
  text: string
  example: string
}

/** Who wants no more mail, as one outcome tells. */
export interface StagedOptOut {
  seq: number
  line: number
  key: string
  address: string
  reason: 'complaint' | 'unsubscribe'
  account: string
  feedbackType: string
  /** Unix seconds. */
  at: number | null
  verified: boolean
}

/** A piece of the file, ready for COPY; what follows it starts at `position`. */
export interface Batch {
  /** Rows in the text form of COPY, in the column order of the stage. */
  lines: Uint8Array
  /** Rows in `lines`. */
  staged: number
  templates: StagedTemplate[]
  skipped: Partial<Record<SkipReason, number>>
  optOuts: StagedOptOut[]
  rejects: Reject[]
  position: ReaderPosition
  /** Records of the file that this batch's outcomes are of; one may name several recipients. */
  records: number
  /** Outcomes given out up to here. */
  seq: number
  last: boolean
}

/** To the thread: a file to read, a stored chunk of it (raw deflate), its end, or leave for one more batch. */
export type ToThread =
  | { kind: 'start'; start: ReadingStart }
  | { kind: 'chunk'; bytes: Uint8Array }
  | { kind: 'end' }
  | { kind: 'credit' }
  | { kind: 'stop' }

/** From the thread: a batch, word that a chunk is used up, or why the file can't be read further. */
export type FromThread =
  { kind: 'batch'; batch: Batch } | { kind: 'used' } | { kind: 'failed'; reason: string; expected: boolean }
