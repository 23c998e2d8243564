import type { BounceRow } from '@/db/queries/bounces/list-bounces'
import { firstCodes } from '@/lib/bounce/codes'
import { formatBounceKey } from '@/lib/bounce/key'
import { providerName } from '@/lib/bounce/provider'
import { formatDateTime, formatStamp } from '@/lib/format'

/** A row as the table shows it. */
export interface ShownRow {
  key: string
  recipient: string
  category: string
  type: string
  codes: [reply: string, enhanced: string]
  received: string
  /** With the year. */
  receivedFull: string
  account: string
  campaign: string
  provider: string
  reply: string
  templateId: string
  verified: boolean
}

/** Words and times of a row for the table, in the workspace's zone. */
export function shownRow(row: BounceRow, zone: string): ShownRow {
  const told = row.smtpCode && row.enhancedCode ? null : firstCodes(row.reply)
  return {
    key: formatBounceKey(row),
    recipient: row.recipient,
    category: row.category,
    type: row.bounceType,
    codes: [row.smtpCode || (told?.reply ?? ''), row.enhancedCode || (told?.enhanced ?? '')],
    received: formatStamp(row.occurredAt, zone),
    receivedFull: formatDateTime(row.occurredAt, zone),
    account: row.account,
    campaign: row.campaign,
    provider: providerName(row.provider),
    reply: row.reply,
    templateId: row.templateId,
    verified: row.verified,
  }
}
