import type { Tone } from '@/components/ui/badge'
import type { ImportState } from '@/db/schema'
import type { ReadAs } from '@/lib/ingest/settings'
import type { SkipReason } from '@/lib/ingest/types'

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
  smtpCode: 'Reply code (550)',
  enhancedCode: 'Enhanced code (5.1.1)',
  vendorClass: 'Bounce class of your tool',
  sendingAccount: 'Sending account',
  campaign: 'Campaign',
  occurredAt: 'Received',
  recipientName: 'Recipient’s name',
  eventId: 'Number of the event',
  ignore: 'Do not import',
}

/** Singular and plural of rows that tell of no bounce. */
export const SKIP_LABELS: Record<SkipReason, readonly [one: string, many: string]> = {
  auto_reply: ['auto-reply', 'auto-replies'],
  echo: ['echo', 'echoes'],
  complaint: ['complaint', 'complaints'],
  unsubscribe: ['unsubscribe', 'unsubscribes'],
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
  unsubscribe: 'Unsubscribe',
  challenge_response: 'Challenge',
  delivered: 'Delivered',
  delayed: 'Delayed',
  not_a_bounce: 'Not a bounce',
}
