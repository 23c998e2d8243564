import type { Field, SkipReason } from '../types'
import type { FormatId } from './ids'

/** One record as a format tells it, texts as they stand in the file; the reader cleans, parses and checks them. */
export interface RawRecord {
  line: number
  /** Set for a record that is not a bounce; nothing else is looked at then. */
  skip: SkipReason | null
  /** A cell with one or several addresses. */
  recipient: string
  recipientName: string
  diagnostic: string
  smtpCode: string
  enhancedCode: string
  /** Qualified by the format: `pmta:bad-mailbox`. */
  vendorClass: string
  sendingAccount: string
  accountQuoted: boolean | null
  campaign: string
  occurredAt: string
  eventId: string
  /** Of a feedback report: `abuse`, `opt-out`. */
  feedbackType: string
}

/** What a table format makes of a record beyond its mapped columns; null takes it as it stands. */
export interface Judgement {
  skip?: SkipReason
  /** What the same record tells beside that: somebody bounced, and wants no more mail. */
  also?: readonly SkipReason[]
  diagnostic?: string
  vendorClass?: string
  /** Where one record holds recipients of different fates. */
  recipients?: readonly { recipient: string; skip?: SkipReason; vendorClass?: string }[]
}
/** `cell` gives the text of a column, '' where there is none; `count` is how many cells the record has. */
export type Judge = (cell: (column: number) => string, count: number) => Judgement | null

interface Common {
  id: FormatId
  /** As in the picker. */
  name: string
  /** One sentence: where a person gets such a file. */
  about: string
  /** Prefix of this format's vendor classes. */
  vendorPrefix: string
  /** Times without a zone are UTC, whatever the workspace's zone. */
  utc?: boolean
  /** A small file of our own writing. */
  sample: string
  sampleName: string
}

export interface TableFormat extends Common {
  kind: 'table'
  /** How surely a header (set of squashed names) is of this format: 0 not at all … 1 beyond doubt. */
  match(names: ReadonlySet<string>): number
  /** Squashed column names per field, best first. */
  columns: Partial<Record<Field, readonly string[]>>
  /** Made once a file, from its header (squashed names) and the columns mapped to each field. */
  judge?(header: readonly string[], mapped: ReadonlyMap<Field, readonly number[]>): Judge
}

/** Reads a log line by line; its memory of earlier lines survives in `state()`. */
export interface LineReader {
  /** The records a line gives; 'bad_json' where it can't be read, an empty list where it is none. */
  read(text: string, line: number): RawRecord[] | 'bad_json'
  /** JSON-serialisable memory, or null. */
  state(): unknown
}

export interface LineFormat extends Common {
  kind: 'lines'
  /** Whether a line is one of this format. */
  matchLine(line: string): boolean
  open(state: unknown): LineReader
}

/** Whole mails; their messages are cut and read by lib/mail. */
export interface MailFormat extends Common {
  kind: 'mail'
}

export type Format = TableFormat | LineFormat | MailFormat

/** A header name in the form all comparisons use: split at capitals, lower case, letters and digits only. */
export function squash(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** `yes` for yes, true, 1, bounced and the like; `no` for their opposites; null for anything else. */
export function yesOrNo(cell: string): 'yes' | 'no' | null {
  const word = cell.trim().toLowerCase()
  if (/^(?:yes|y|true|t|1|x|ja|oui|si|sí|wahr|vrai|verdadero|bounced|checked)$/.test(word)) return 'yes'
  if (/^(?:no|n|false|f|0|nein|non|falsch|faux|falso|-|none|null|not bounced|unchecked|)$/.test(word))
    return 'no'
  return null
}

/** A record with nothing in it. */
export function emptyRecord(line: number): RawRecord {
  return {
    line,
    skip: null,
    recipient: '',
    recipientName: '',
    diagnostic: '',
    smtpCode: '',
    enhancedCode: '',
    vendorClass: '',
    sendingAccount: '',
    accountQuoted: null,
    campaign: '',
    occurredAt: '',
    eventId: '',
    feedbackType: '',
  }
}

/** How many of `wanted` a header has, as a share. */
export function share(names: ReadonlySet<string>, wanted: readonly string[]): number {
  return wanted.filter((name) => names.has(name)).length / wanted.length
}
