/** The fields a column can be read as; `ignore` leaves it out. */
export const FIELDS = [
  'recipient',
  'diagnostic',
  'smtpCode',
  'enhancedCode',
  'vendorClass',
  'sendingAccount',
  'campaign',
  'occurredAt',
  'recipientName',
  'eventId',
] as const
export type Field = (typeof FIELDS)[number]

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type Delimiter = ',' | ';' | '\t' | '|'
export type DayOrder = 'day_first' | 'month_first'

/** One bounced recipient as a file tells it, before recognition. A record with three recipients gives three. */
export interface SourceRow {
  /** 1-based physical line at which the record starts. */
  line: number
  /** Canonical address (lib/bounce/address). */
  recipient: string
  recipientName: string | null
  diagnostic: string
  smtpCode: string | null
  enhancedCode: string | null
  vendorClass: string | null
  /** Canonical address of our own mailbox, or null where the file has none. */
  sendingAccount: string | null
  /** Of a mail: whether the account stands in the mail it quotes. Null for a row of a file, which a person vouches for. */
  accountQuoted: boolean | null
  campaign: string | null
  /** Unix seconds (whole, truncated), or null where the file has no time. */
  occurredAt: number | null
  eventId: string | null
}

export type SkipReason =
  | 'echo'
  | 'auto_reply'
  | 'complaint'
  | 'unsubscribe'
  | 'challenge_response'
  | 'delivered'
  | 'delayed'
  | 'not_a_bounce'

/** Somebody wants no more mail, as a report or a row tells: no bounce, and a reason for the Do Not Email list. */
export interface OptOut {
  reason: 'complaint' | 'unsubscribe'
  /** Canonical. */
  address: string
  sendingAccount: string | null
  /** As in `SourceRow`. */
  accountQuoted: boolean | null
  /** Unix seconds, or null where none can be read. */
  occurredAt: number | null
  /** Of a feedback report: `abuse`, `opt-out`; else ''. */
  feedbackType: string
  eventId: string | null
}

export type RejectReason =
  | 'no_address'
  | 'bad_address'
  | 'bad_date'
  | 'bad_quotes'
  | 'field_too_long'
  | 'too_many_columns'
  | 'bad_bytes'
  | 'bad_json'
  | 'binary'
  | 'mail_too_large'

/** What reading one record gave. `raw` is the record's own text, cut at 64 kB, so that it can be repaired and uploaded again. */
export type RowOutcome =
  | { kind: 'row'; row: SourceRow }
  /** Recipient and reply as the row has them, for a preview; absent where there is none. */
  | {
      kind: 'skipped'
      line: number
      why: SkipReason
      recipient?: string
      diagnostic?: string
      /** Of a complaint or an unsubscribe that names who. */
      optOut?: OptOut
    }
  | {
      kind: 'rejected'
      line: number
      reason: RejectReason
      column: string | null
      value: string
      raw: string
    }
