import type { CategoryId } from '@/lib/bounce/categories'
import { classify } from '@/lib/bounce/classify'
import type { BounceType, Layer, Verdict } from '@/lib/bounce/types'
import { addressesIn, layOut } from './layout'
import { first } from './headers'
import { isFeedbackReport, looksLikeAutoReply, looksLikeChallenge, looksLikeReport } from './kind'
import { parseMail } from './mime'
import { readReport } from './readers'
import type { Failure, MailKind, Reading, Report } from './types'

export interface MailBounce {
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
  campaign: string | null
  messageId: string | null
}

/** `bounces` of a `delayed` notice are who waits and why; only those of a `bounce` are ever counted. */
export interface MailReading {
  kind: MailKind
  bounces: MailBounce[]
}

const nothing = (kind: MailKind): MailReading => ({ kind, bounces: [] })

/**
 * Reads one raw mail (RFC 5322 bytes): what it is and, for a bounce, each failed recipient with its cause. Pure and total;
 * a mail beyond MAIL_LIMITS is `not_bounce`. Recipients come only from what the report says.
 */
export function readMail(bytes: Uint8Array): MailReading {
  const root = parseMail(bytes)
  if (!root) return nothing('not_bounce')
  const report = layOut(root)
  if (isFeedbackReport(report)) return nothing('complaint')
  const reading = looksLikeReport(report) ? readReport(report) : null
  if (reading) return judged(report, reading)
  if (looksLikeChallenge(report)) return nothing('challenge_response')
  if (looksLikeAutoReply(report)) return nothing('auto_reply')
  return nothing('not_bounce')
}

function judged(report: Report, reading: Reading): MailReading {
  const failed = reading.failures.filter(({ action }) => action !== 'delivered')
  if (failed.length === 0) return nothing('delivered')
  const bounces = failed.flatMap((failure) => bounceOf(report, reading, failure) ?? [])
  if (bounces.length === 0) return nothing('auto_reply')
  return { kind: failed.some(({ action }) => action === 'failed') ? 'bounce' : 'delayed', bounces }
}

/**
 * What of all that is said decides: words about this recipient, then the enhanced code, then the words of the whole report,
 * then any code.
 */
function recognise({ diagnostics, whole, status }: Failure): {
  verdict: Verdict<CategoryId>
  diagnostic: string
} {
  const judge = (diagnostic: string) => ({
    diagnostic,
    verdict: classify(status ? { diagnostic, enhancedCode: status } : { diagnostic }),
  })
  const own = (diagnostics.length > 0 ? diagnostics : ['']).map(judge)
  const by = (layer: Layer) => own.find(({ verdict }) => verdict.evidence.layer === layer && isCause(verdict))
  const general = () =>
    whole
      ? [judge(whole)].filter(({ verdict }) => verdict.evidence.layer === 'words' && isCause(verdict))
      : []
  return by('words') ?? by('enhanced_code') ?? general()[0] ?? by('reply_code') ?? own[0]!
}

const isCause = ({ category }: Verdict): boolean => category !== null && category !== 'unclassified'

function bounceOf(report: Report, reading: Reading, failure: Failure): MailBounce | null {
  const { verdict, diagnostic } = recognise(failure)
  if (verdict.kind === 'auto_reply') return null
  const said = failure.diagnostics[0] ?? diagnostic
  const { original, root } = report
  return {
    recipient: failure.recipient,
    category: verdict.category ?? 'unclassified',
    bounceType: verdict.bounceType,
    smtpCode: /(?<![\d.])[45]\d\d(?![\d.])/.exec(said)?.[0] ?? null,
    enhancedCode: /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(said)?.[0] ?? failure.status,
    diagnostic: diagnostic.replace(/\s+/g, ' ').trim(),
    reportingMta: reading.reportingMta,
    remoteMta: failure.remoteMta,
    occurredAt: isoDate(first(root.headers, 'date')),
    sendingAccount: senderOf(report),
    campaign: campaignOf(original),
    messageId: first(original, 'message-id') || null,
  }
}

function isoDate(value: string): string | null {
  const time = Date.parse(value.replace(/\s*\([^)]*\)\s*$/, ''))
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

function senderOf({ original, root }: Report): string | null {
  const from = ['from', 'sender', 'return-path'].flatMap((name) => addressesIn(original.get(name) ?? []))
  const to = ['x-original-to', 'delivered-to', 'to'].flatMap((name) =>
    addressesIn(root.headers.get(name) ?? []),
  )
  return from[0] ?? to[0] ?? null
}

function campaignOf(original: Report['original']): string | null {
  for (const [name, values] of original)
    if (/^x-(?:[\w-]*-)?campaign(?:-?(?:id|name))?$/.test(name)) return values[0] ?? null
  return null
}
