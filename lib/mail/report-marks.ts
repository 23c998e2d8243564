import { decodeWords } from './decode'
import { tellsOfDelay } from './delay'
import { first } from './headers'
import {
  ABOUT_YOURS,
  AUTO_SUBJECT,
  BEGINS_SO,
  DAEMON,
  FAILED,
  FAILED_SUBJECT,
  GREETS,
  HAS_CODES,
  NAMES_SOMEBODY,
  OTHERWISE,
  SAYS_PLAINLY,
  SAYS_SO,
  SPEAKS,
  SYSTEM_ADDRESS,
  SYSTEM_NAME,
  isReturned,
} from './report-phrases'
import type { Report } from './types'

const header = (report: Report, name: string): string => first(report.root.headers, name)

/** Whether the mail's own marks say that it reports on a delivery: who sent it, its subject, its type. */
export function looksLikeReport(report: Report): boolean {
  const { root, parts } = report
  if (isReceipt(report)) return /\b(?:rejected|refused|could not be delivered)\b/i.test(report.text)
  if (parts.some(({ type }) => /^(?:message|text)\/(?:global-)?delivery-status$/.test(type))) return true
  if (root.type === 'multipart/report')
    return /^$|delivery|status|fail/i.test(root.params['report-type'] ?? '')
  if (header(report, 'x-failed-recipients') || header(report, 'x-mlserver')) return true
  if (isSystem(report)) return systemSaysSo(report)
  return (SYSTEM_NAME.test(header(report, 'from')) && namedSaysSo(report)) || otherSaysSo(report)
}

/** A receipt (RFC 8098): somebody opened the mail or threw it away. Dovecot refuses mails in this form too. */
export function isReceipt({ root, parts }: Report): boolean {
  return (
    /disposition-notification/i.test(root.params['report-type'] ?? '') ||
    parts.some(({ type }) => type === 'message/disposition-notification')
  )
}

/** Whether a mail system's name stands in its From header. */
export const isSystem = (report: Report): boolean => SYSTEM_ADDRESS.test(header(report, 'from'))

function systemSaysSo(report: Report): boolean {
  const subject = decodeWords(header(report, 'subject'))
  const from = header(report, 'from')
  const { text, original, forwarded } = report
  const said = text.slice(0, 16_000)
  const quotes = original.size > 0 || forwarded
  if (!quotes && OTHERWISE.test(said) && !HAS_CODES.test(said)) return false
  if (answersSomebody(report, subject)) return false
  const told = FAILED_SUBJECT.test(subject) || isReturned(subject) || FAILED.test(subject)
  if (!told && AUTO_SUBJECT.test(subject)) return false
  if (!told && !DAEMON.test(from) && !ABOUT_YOURS.test(said)) return false
  if (tellsOfDelay(report)) return true
  if (isReturned(subject) || quotes || SAYS_SO.test(said) || FAILED.test(said)) return true
  return DAEMON.test(from) && (told || ABOUT_YOURS.test(said) || NAMES_SOMEBODY.test(said))
}

/** A postmaster is a person too: a salutation of its own line, in an answer. */
function answersSomebody(report: Report, subject: string): boolean {
  if (BEGINS_SO.test(report.text.replace(/^\W{0,40}\p{L}{1,20}[,!]\s{0,10}\n/u, ''))) return false
  if (!/^\W*(?:[a-zà-ž]+ ){0,3}[^\s.,!]{1,30}[,!]\s*\n/i.test(report.text) || !GREETS.test(report.text))
    return false
  return header(report, 'in-reply-to') !== '' || /^(?:re|aw|sv|antw|odp|res?p)\s*:/i.test(subject)
}

/** A mail system by name only: its mail has to be about the one that somebody sent. */
function namedSaysSo(report: Report): boolean {
  const said = report.text.slice(0, 16_000)
  const returned = isReturned(decodeWords(header(report, 'subject')))
  if (GREETS.test(said) || !(returned || report.original.size > 0 || ABOUT_YOURS.test(said))) return false
  return systemSaysSo(report) && (SAYS_SO.test(said) || FAILED.test(said))
}

/** Gateways have names of their own; a person who writes of such a mail, a shop or a list proves no report. */
function otherSaysSo(report: Report): boolean {
  const subject = decodeWords(header(report, 'subject'))
  const { text, original, forwarded } = report
  if (AUTO_SUBJECT.test(subject)) return false
  if (forwarded) return FAILED_SUBJECT.test(subject)
  if (isOfList(report)) return false
  const said = text.slice(0, 1000)
  if (GREETS.test(said) || SPEAKS.test(said)) return false
  if (FAILED_SUBJECT.test(subject) && !subject.startsWith('[') && BEGINS_SO.test(said)) return true
  return isReturned(subject) && (original.size > 0 || SAYS_PLAINLY.test(said))
}

/** Sent by a list to its readers, and not to its own address for reports. */
function isOfList(report: Report): boolean {
  const marked = ['list-id', 'list-post', 'list-unsubscribe'].some((name) => header(report, name))
  return marked && !/-(?:bounces?|owner|admin)(?:\+[^@]*)?@/i.test(header(report, 'to'))
}
