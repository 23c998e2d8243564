import type { Delimiter, Encoding } from '../types'

/** What a file can say of why somebody is listed; `imported` is a bounce or a block that another tool knew of. */
export const LIST_REASONS = ['complaint', 'unsubscribe', 'manual', 'imported', 'bounce'] as const
export type ListReason = (typeof LIST_REASONS)[number]

export const LIST_FIELDS = [
  'value',
  'reason',
  'note',
  'since',
  'until',
  'scope',
  'category',
  'source',
  'bounceAt',
] as const
export type ListField = (typeof LIST_FIELDS)[number]

export const LIST_FORMAT_IDS = [
  'own',
  'mailgun_unsubscribes',
  'mailgun_complaints',
  'mailgun_bounces',
  'sparkpost',
  'ses',
  'ses_json',
  'hubspot',
  'sendgrid_spam',
  'sendgrid_unsubscribes',
  'sendgrid_bounces',
  'plain',
] as const
export type ListFormatId = (typeof LIST_FORMAT_IDS)[number]

/** How a list or a contacts file is read; what a person may correct of it is the column of the addresses. */
export interface ListSettings {
  format: ListFormatId
  encoding: Encoding
  /** null for JSON, one object a line. */
  delimiter: Delimiter | null
  /** 0-based physical line of the header; null where the first line is data. */
  headerLine: number | null
  /** Names of the columns, as they stand in the file; invented where it has none. */
  header: string[]
  columns: Partial<Record<ListField, number>>
  /** Every cell is a value: addresses one after the other, without a table. */
  everyCell: boolean
}

/** Why one value is listed, as its record says. */
export interface ListFact {
  /** null where the file does not say. */
  reason: ListReason | null
  note: string
  /** Unix seconds; null where the file has none, or one that can't be read. */
  since: number | null
  until: number | null
  category: string
  source: string
  bounceAt: number | null
}

/** A record as it stands in the file. */
export type ListRecord =
  | { ok: true; line: number; cells: string[] }
  | { ok: false; line: number; problem: RecordProblem; raw: string }
export type RecordProblem = 'bad_quotes' | 'field_too_long' | 'too_many_columns' | 'bad_json'
