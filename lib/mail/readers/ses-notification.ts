import { z } from 'zod'
import { parseAddress } from '@/lib/bounce/address'
import type { Headers } from '../headers'
import type { Failure, Reading, Report } from '../types'

const recipient = z.object({
  emailAddress: z.string(),
  action: z.string().optional(),
  status: z.string().optional(),
  diagnosticCode: z.string().optional(),
})
const eventSchema = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  bounce: z
    .object({
      bounceType: z.string(),
      bounceSubType: z.string(),
      bouncedRecipients: z.array(recipient),
      reportingMTA: z.string().optional(),
    })
    .optional(),
  complaint: z
    .object({
      complainedRecipients: z.array(recipient).optional(),
      complaintFeedbackType: z.string().nullish(),
    })
    .optional(),
  mail: z.object({ source: z.string().optional(), messageId: z.string().optional() }).optional(),
})
type SesEvent = z.infer<typeof eventSchema>

/** SES tells that it did not even try: no new bounce. */
const ECHO = /^(?:Suppressed|OnAccountSuppressionList)$/

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null // words that begin with a brace are no event
  }
}

/** The event in a mail of the notification service: the mail's text up to the footer, or the message inside of an envelope. */
function eventIn(report: Report): SesEvent | null {
  const text = report.text.trim()
  if (!text.startsWith('{') || !/"(?:notificationType|eventType|Type)"/.test(text.slice(0, 200))) return null
  const outer = parsed(text.slice(0, text.search(/\s+--\s/) >>> 0))
  const envelope = z.object({ Message: z.string() }).safeParse(outer)
  const event = eventSchema.safeParse(envelope.success ? parsed(envelope.data.Message) : outer)
  return event.success ? event.data : null
}

/** The complaint that Amazon SES reports in it, as it stands there. */
export function complaintInSes(
  report: Report,
): { addresses: string[]; feedbackType: string; original: Headers } | null {
  const event = eventIn(report)
  if ((event?.notificationType ?? event?.eventType) !== 'Complaint') return null
  const { complainedRecipients = [], complaintFeedbackType } = event?.complaint ?? {}
  return {
    addresses: complainedRecipients.map(({ emailAddress }) => emailAddress),
    feedbackType: complaintFeedbackType?.toLowerCase() ?? '',
    original: quotedIn(event?.mail),
  }
}

function quotedIn(mail: SesEvent['mail']): Headers {
  return new Map([
    ['from', [mail?.source ?? '']],
    ['message-id', [mail?.messageId ?? '']],
  ])
}

/** Amazon SES reports bounces as JSON, which its notification service also sends as mails. */
export function readSesNotification(report: Report): Reading | null {
  const event = eventIn(report)
  const bounce = event?.bounce
  if (!bounce || ECHO.test(bounce.bounceSubType)) return null
  const failures = bounce.bouncedRecipients.flatMap((each): Failure[] => {
    const address = parseAddress(each.emailAddress)
    if (!address.ok) return []
    const said = each.diagnosticCode?.replace(/^\s*[a-z0-9-]+\s*;\s*/i, '') ?? ''
    return [
      {
        recipient: address.address,
        diagnostics: said ? [said] : [],
        whole: null,
        status: each.status && /^[245]\.\d{1,3}\.\d{1,3}$/.test(each.status) ? each.status : null,
        remoteMta: null,
        action: 'failed',
      },
    ]
  })
  const original = quotedIn(event.mail)
  return failures.length === 0
    ? null
    : { failures, reportingMta: bounce.reportingMTA?.replace(/^dns;\s*/, '') ?? null, original }
}
