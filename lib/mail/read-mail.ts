import type { CategoryId } from '@/lib/bounce/categories'
import type { BounceType } from '@/lib/bounce/types'
import { readComplaint, type Complaint } from './complaint'
import { tellsOfSuccess } from './delay'
import { layOut } from './layout'
import { first } from './headers'
import { hasAnswerSubject, isFromSystem, isGatekeeper, looksLikeAutoReply, looksLikeChallenge } from './kind'
import { parseMail } from './mime'
import { attachedReports } from './passed-on'
import { senderOf, timeOf } from './sender'
import { readReport } from './readers'
import { readSesNotification } from './readers/ses-notification'
import { isReceipt, isSystem, looksLikeReport } from './report-marks'
import { recognise, type Recognised } from './recognise'
import type { Failure, MailKind, Reading, Report } from './types'

export interface MailBounce {
  /** A delayed recipient may still be reached and is never counted. */
  action: 'failed' | 'delayed'
  recipient: string
  category: CategoryId | 'unclassified'
  bounceType: BounceType | null
  smtpCode: string | null
  enhancedCode: string | null
  diagnostic: string
  reportingMta: string | null
  remoteMta: string | null
  /** ISO 8601 in UTC. */
  occurredAt: string | null
  sendingAccount: string | null
  /** Whether the sending account stands in the quoted mail; else it is only the address the report came to. */
  accountQuoted: boolean
  campaign: string | null
  messageId: string | null
}

/** `bounces` of a `delayed` notice are who waits and why. */
export interface MailReading {
  kind: MailKind
  bounces: MailBounce[]
  /** Message-ID of the mail itself. */
  reportId: string | null
  /** Why a `not_bounce` may be a bounce after all: it is beyond MAIL_LIMITS, or a report that names nobody. */
  unread: 'too_large' | 'no_address' | null
  /** Of a `complaint`: who wants no more mail. Null where the report is about something else. */
  complaint: Complaint | null
}

const nothing = (kind: MailKind, unread: MailReading['unread'] = null): MailReading => ({
  kind,
  bounces: [],
  reportId: null,
  unread,
  complaint: null,
})

/**
 * Reads one raw mail (RFC 5322 bytes): what it is and, for a bounce, each failed recipient with its cause. Pure and total;
 * a mail beyond MAIL_LIMITS is `not_bounce`. Recipients come only from what the report says.
 */
export function readMail(bytes: Uint8Array): MailReading {
  const root = parseMail(bytes)
  if (!root) return nothing('not_bounce', 'too_large')
  const report = layOut(root)
  const complaint = readComplaint(report)
  if (complaint) return { ...nothing('complaint'), ...complaint }
  // What a system says itself counts before what it passes on.
  const own = isFromSystem(report) ? readLaidOut(report) : null
  if (own && own.unread === null) return own
  const attached = attachedReports(report)
    .map(readLaidOut)
    .filter(({ kind }) => kind === 'bounce')
  if (attached.length > 0) return together(report, attached)
  return own ?? readLaidOut(report)
}

/** Several reports as one mail; a recipient that two of them name failed once. */
function together(report: Report, readings: readonly MailReading[]): MailReading {
  const byRecipient = new Map(
    readings.flatMap(({ bounces }) => bounces.map((each) => [each.recipient, each])),
  )
  const reportId = first(report.root.headers, 'message-id') || null
  return { ...nothing('bounce'), bounces: [...byRecipient.values()], reportId }
}

function readLaidOut(report: Report): MailReading {
  const isReport = looksLikeReport(report) || readSesNotification(report) !== null
  if (isReport && isGatekeeper(report)) return nothing('challenge_response')
  const reading = isReport ? readReport(report) : null
  if (reading) return judged(report, reading)
  if (isReceipt(report) || (isSystem(report) && tellsOfSuccess(report))) return nothing('delivered')
  if (looksLikeChallenge(report)) return nothing('challenge_response')
  // Servers mark their reports as automatic too.
  if (isFromSystem(report) && !hasAnswerSubject(report)) return nothing('not_bounce', 'no_address')
  return nothing(looksLikeAutoReply(report) ? 'auto_reply' : 'not_bounce')
}

function judged(given: Report, { failures, reportingMta, original }: Reading): MailReading {
  const report = original ? { ...given, original } : given
  const failed = uniqueByRecipient(failures.filter(({ action }) => action !== 'delivered'))
  if (failed.length === 0) return nothing('delivered')
  const told = failed.map((failure) => ({ failure, ...recognise(failure) }))
  const people = told.filter(({ verdict }) => verdict.kind !== 'auto_reply')
  if (people.length === 0) return nothing('auto_reply')
  return {
    kind: people.some(({ failure }) => failure.action === 'failed') ? 'bounce' : 'delayed',
    bounces: people.map((one) => bounceOf(report, reportingMta, one)),
    reportId: first(report.root.headers, 'message-id') || null,
    unread: null,
    complaint: null,
  }
}

/** One failure a recipient; where a report tells of one twice, the failure counts before the delay. */
function uniqueByRecipient(failures: readonly Failure[]): Failure[] {
  const byRecipient = new Map<string, Failure>()
  for (const failure of failures) {
    const known = byRecipient.get(failure.recipient)
    if (!known || (known.action !== 'failed' && failure.action === 'failed'))
      byRecipient.set(failure.recipient, failure)
    else known.diagnostics.push(...failure.diagnostics)
  }
  return [...byRecipient.values()]
}

type Told = Recognised & { failure: Failure }

function bounceOf(report: Report, reportingMta: string | null, { failure, ...told }: Told): MailBounce {
  const { original, root } = report
  return {
    action: failure.action === 'delayed' ? 'delayed' : 'failed',
    recipient: failure.recipient,
    category: told.verdict.category ?? 'unclassified',
    bounceType: told.verdict.bounceType,
    smtpCode: told.smtpCode,
    enhancedCode: told.enhancedCode,
    diagnostic: told.diagnostic,
    reportingMta,
    remoteMta: failure.remoteMta,
    occurredAt: timeOf(root),
    ...senderOf(report),
    campaign: campaignOf(original),
    messageId: first(original, 'message-id') || null,
  }
}

function campaignOf(original: Report['original']): string | null {
  for (const [name, values] of original)
    if (/^x-(?:[\w-]*-)?campaign(?:-?(?:id|name))?$/.test(name)) return values[0] ?? null
  return null
}
