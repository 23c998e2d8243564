/** One entity of a mail after decoding; `headers` by lower-case name, each value unfolded. */
export interface Entity {
  headers: ReadonlyMap<string, readonly string[]>
  /** Lower-case media type, `text/plain` where the mail names none. */
  type: string
  params: Readonly<Record<string, string>>
  /** Decoded text of a leaf; '' for a multipart and for binary parts. */
  text: string
  children: readonly Entity[]
}

export type MailKind =
  'bounce' | 'auto_reply' | 'complaint' | 'challenge_response' | 'delivered' | 'delayed' | 'not_bounce'

/** One failed recipient as the report tells it, before recognition. */
export interface Failure {
  recipient: string
  /** The reply's words, best source first; recognition takes the first that it understands. */
  diagnostics: string[]
  /** All that the report says, for a lone recipient of whom nothing clearer is said. */
  whole: string | null
  status: string | null
  remoteMta: string | null
  action: 'failed' | 'delayed' | 'delivered'
}

/** What a family's reader found; null where the mail is not of its family. */
export interface Reading {
  failures: Failure[]
  reportingMta: string | null
  /** Headers of the mail that bounced, where the family tells them in a way of its own. */
  original?: ReadonlyMap<string, readonly string[]>
}

/** A mail laid out for the readers. */
export interface Report {
  root: Entity
  /** All leaves in order, embedded messages included. */
  parts: readonly Entity[]
  /** What the report says to a person, cut before the quoted original. */
  text: string
  /** Headers of the mail that bounced, where they are quoted. */
  original: ReadonlyMap<string, readonly string[]>
  /** Whether a person passed it on, in whose mail it is quoted. */
  forwarded: boolean
  /** Addresses that can't be the failed one: the report's own sender and receiver. */
  own: ReadonlySet<string>
}
