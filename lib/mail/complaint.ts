import { parseAddress } from '@/lib/bounce/address'
import { first, parseHeaders, type Headers } from './headers'
import { addressesIn } from './layout'
import { complaintInSes } from './readers/ses-notification'
import { senderOf, timeOf } from './sender'
import type { Report } from './types'

/** Who wants no more mail, as a feedback report tells. */
export interface Complaint {
  reason: 'complaint' | 'unsubscribe'
  /** Canonical; none where the report names nobody. */
  addresses: string[]
  /** `abuse`, `opt-out` …; '' where it is not said. */
  feedbackType: string
  /** As in `MailBounce`. */
  sendingAccount: string | null
  accountQuoted: boolean
  occurredAt: string | null
}

/** Reports in the form of a complaint that complain of nothing the recipient wants: failed SPF, a mail taken out of the spam folder. */
const NO_COMPLAINT = /^(?:auth-failure|not-spam|dkim|dmarc|xarf)/
const REDACTED = /redact|removed|undisclosed|anonym|hidden|^[0-9a-f]{32,}@|@(?:[^@]*\.)?invalid$/

/**
 * Reads a feedback report (RFC 5965), Outlook.com's older form of it, Amazon SES's own, or a mail program's unsubscribe; null for any
 * other mail. `complaint` is null where such a report is about something else.
 */
export function readComplaint(
  report: Report,
): { complaint: Complaint | null; reportId: string | null } | null {
  const told = arf(report) ?? outlook(report) ?? ses(report) ?? unsubscribe(report)
  if (!told) return null
  const reportId = first(report.root.headers, 'message-id') || null
  if (NO_COMPLAINT.test(told.feedbackType)) return { complaint: null, reportId }
  const reason = told.feedbackType.startsWith('opt-out') ? 'unsubscribe' : 'complaint'
  const addresses = [...new Set(told.addresses)].filter((address) => !REDACTED.test(address))
  const sender = senderOf(told.original ? { ...report, original: told.original } : report)
  return {
    complaint: {
      reason,
      ...told.of,
      addresses,
      feedbackType: told.feedbackType,
      ...sender,
      occurredAt: timeOf(report.root),
    },
    reportId,
  }
}

interface Told {
  addresses: string[]
  feedbackType: string
  original?: Headers
  of?: Pick<Complaint, 'reason'>
}

function arf({ root, parts, original }: Report): Told | null {
  const part = parts.find(({ type }) => type === 'message/feedback-report')
  if (!part && !/feedback-report/.test(root.params['report-type'] ?? '')) return null
  const text = part?.text ?? parts.find((each) => /^feedback-type[ \t]*:/im.test(each.text))?.text ?? ''
  const fields = parseHeaders(text)
  const named = ['original-rcpt-to', 'removal-recipient', 'original-recipient', 'final-recipient'].map(
    (name) => (fields.get(name) ?? []).flatMap(typed),
  )
  return {
    addresses: named.find(someoneIn) ?? quotedRecipient(original),
    feedbackType: first(fields, 'feedback-type').toLowerCase().slice(0, 40),
  }
}

const someoneIn = (addresses: readonly string[]): boolean =>
  addresses.some((address) => !REDACTED.test(address))

function typed(value: string): string[] {
  const parsed = parseAddress(value.replace(/^\s*[\w-]+\s*;\s*/, ''))
  return parsed.ok ? [parsed.address] : []
}

/** Whom the quoted mail went to, where it went to one person: of several nobody knows who complained. */
function quotedRecipient(original: Report['original']): string[] {
  for (const name of ['x-hmxmroriginalrecipient', 'x-original-to', 'delivered-to', 'to']) {
    const found = [...new Set(addressesIn(original.get(name) ?? []))]
    if (found.length > 0) return found.length === 1 && someoneIn(found) ? found : []
  }
  return []
}

/** Outlook.com's reports: the mail itself, with whom it went to in a header of theirs. */
function outlook({ root, original }: Report): Told | null {
  const own = addressesIn(root.headers.get('x-hmxmroriginalrecipient') ?? [])
  if (!/^complaint about message from /i.test(first(root.headers, 'subject')) && own.length === 0) return null
  return { addresses: own.length === 1 ? own : quotedRecipient(original), feedbackType: '' }
}

function ses(report: Report): Told | null {
  const told = complaintInSes(report)
  return told && { ...told, addresses: told.addresses.flatMap(typed) }
}

/** A mail program's unsubscribe: its sender asks for it, and anybody can write one in another's name. */
function unsubscribe({ root }: Report): Told | null {
  if (!first(root.headers, 'x-apple-unsubscribe')) return null
  return {
    addresses: addressesIn(root.headers.get('from') ?? []).slice(0, 1),
    feedbackType: '',
    of: { reason: 'unsubscribe' },
  }
}
