import type { ImportState } from '@/db/schema'
import type { ImportCounts, ImportProgress } from '@/lib/ingest/counts'
import type { FormatId } from '@/lib/ingest/formats/ids'
import type { Field, RejectReason, SkipReason } from '@/lib/ingest/types'

/** What a person may do with an import in its present state. */
export interface ImportAbilities {
  map: boolean
  import: boolean
  cancel: boolean
  undo: boolean
  retry: boolean
}

/** One import as the lists show it. */
export interface ImportSummary {
  id: string
  fileName: string
  /** Bytes as sent. */
  size: number
  state: ImportState
  /** Nothing can be done with the file but to upload another. */
  unreadable: boolean
  origin: 'file' | 'command' | 'sample'
  /** Dry-run figures until it is imported, then the result; null before the dry run ended. */
  counts: ImportCounts | null
  /** Set while a worker is at it (staging, importing, undoing). */
  progress: ImportProgress | null
  /** One sentence for a person, where `state` is failed. */
  failure: string | null
  createdByName: string | null
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  can: ImportAbilities
}

/** How a file is read: the settings a person sees and corrects. */
export interface ImportSettings {
  format: FormatId
  /** Field of each column by position. */
  mapping: (Field | 'ignore')[]
  /** IANA zone of times that carry none. */
  timeZone: string
  dayOrder: 'day_first' | 'month_first' | null
  /** Sending account of rows that name none; '' where it is not known. */
  account: string
  /** YYYY-MM-DD for rows without a time. */
  day: string | null
}

/** What must be answered before the dry run. */
export interface ImportQuestion {
  field: 'recipient' | 'diagnostic' | 'dayOrder' | 'day' | 'timeZone' | 'account'
  required: boolean
}

export interface ImportDetails extends ImportSummary {
  sha256: string
  /** What the file is, for people: `Generic CSV, comma, UTF-8`. */
  formatLabel: string
  settings: ImportSettings
  /** True where the mapping was remembered from an earlier file with the same header. */
  remembered: boolean
  questions: ImportQuestion[]
  /** The earlier import of the very same bytes that still stands, if any. */
  sameFile: { importId: string; fileName: string; finishedAt: Date } | null
  /** True where the dry run counted before another import ended or was undone. */
  outdated: boolean
  rejects: number
}

export interface PreviewColumn {
  position: number
  /** '' where the file has no header or the cell is empty. */
  header: string
  field: Field | 'ignore'
  /** Up to three different values. */
  samples: string[]
  /** How sure detection was of `field`: 0 no match … 5 certain. */
  confidence: number
}

export type PreviewRow = { line: number } & (
  | {
      result: 'new' | 'known'
      recipient: string
      account: string
      campaign: string
      occurredAt: Date
      category: string
      bounceType: 'hard' | 'soft' | ''
      confidence: number
      diagnostic: string
      smtpCode: string
      enhancedCode: string
    }
  | { result: 'skipped'; why: SkipReason; recipient: string; diagnostic: string }
  | { result: 'rejected'; reason: RejectReason; column: string | null; value: string }
)

export interface ImportPreview {
  columns: PreviewColumn[]
  /** The first 20 rows as they would be stored. */
  rows: PreviewRow[]
  questions: ImportQuestion[]
  /** Sentences of detection about what it found and left out. */
  notes: string[]
  /** Set where the file can't be read at all: an .xlsx, an image, nothing in it. */
  unreadable: string | null
  /** Whether it is a list of addresses not to be mailed, which is imported elsewhere. */
  isList: boolean
}

export interface RejectView {
  seq: number
  line: number
  reason: RejectReason
  column: string | null
  value: string
  /** What is wrong and what to do, in words (rejectProblem of lib/ingest/messages). */
  problem: string
}
