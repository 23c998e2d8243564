import type { Tone } from '@/components/ui/badge'
import type { ImportState } from '@/db/schema'
import type { ReadAs } from '@/lib/ingest/settings'
import type { RejectReason, SkipReason } from '@/lib/ingest/types'

export const STATE_LABELS: Record<ImportState, { label: string; tone: Tone }> = {
  mapping: { label: 'Check the columns', tone: 'warning' },
  staging: { label: 'Dry run', tone: 'info' },
  staged: { label: 'Ready to import', tone: 'warning' },
  importing: { label: 'Importing', tone: 'info' },
  imported: { label: 'Imported', tone: 'positive' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
  failed: { label: 'Failed', tone: 'critical' },
  undoing: { label: 'Being undone', tone: 'info' },
  undone: { label: 'Undone', tone: 'neutral' },
}

export const FIELD_LABELS: Record<ReadAs, string> = {
  recipient: 'Recipient',
  diagnostic: 'Reply text',
  smtpCode: 'Reply code',
  enhancedCode: 'Enhanced status code',
  vendorClass: 'Provider’s own class',
  sendingAccount: 'Sending account',
  campaign: 'Campaign',
  occurredAt: 'Received',
  recipientName: 'Recipient’s name',
  eventId: 'Event id',
  ignore: 'Do not import',
}

/** Singular and plural of rows that tell of no bounce. */
export const SKIP_LABELS: Record<SkipReason, readonly [one: string, many: string]> = {
  auto_reply: ['auto-reply', 'auto-replies'],
  echo: ['echo', 'echoes'],
  complaint: ['complaint', 'complaints'],
  challenge_response: ['challenge', 'challenges'],
  delivered: ['delivery notice', 'delivery notices'],
  delayed: ['delay notice', 'delay notices'],
  not_a_bounce: ['other row', 'other rows'],
}

/** Badge of a preview row that tells of no bounce. */
export const SKIP_BADGES: Record<SkipReason, string> = {
  auto_reply: 'Out of office',
  echo: 'Echo',
  complaint: 'Complaint',
  challenge_response: 'Challenge',
  delivered: 'Delivered',
  delayed: 'Delayed',
  not_a_bounce: 'Not a bounce',
}

/** What is wrong with a refused row, and what to do about it. */
export const REJECT_LABELS: Record<RejectReason, { reason: string; fix: string }> = {
  no_address: { reason: 'No recipient address', fix: 'Fill the address in, or delete the row.' },
  bad_address: { reason: 'Not an e-mail address', fix: 'Correct the address, or delete the row.' },
  bad_date: { reason: 'The date can’t be read', fix: 'Write it like 2026-11-19 14:05.' },
  bad_quotes: { reason: 'A quote is never closed', fix: 'Close it, or double quotes inside a value.' },
  field_too_long: { reason: 'A value is too long', fix: 'Shorten it to 64,000 characters.' },
  too_many_columns: { reason: 'Too many columns', fix: 'Give the row as many values as the header has.' },
  bad_bytes: { reason: 'Unreadable characters', fix: 'Save the file as UTF-8 and write the row again.' },
  bad_json: { reason: 'Not readable as JSON', fix: 'Write one JSON object in the line.' },
  binary: { reason: 'Not text', fix: 'Delete the row.' },
}
