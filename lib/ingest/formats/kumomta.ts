import type { SkipReason } from '../types'
import type { LineFormat, LineReader, RawRecord } from './format'
import { emptyRecord } from './format'

const SKIPPED: Record<string, SkipReason> = {
  Delivery: 'delivered',
  TransientFailure: 'delayed',
  Delayed: 'delayed',
  Feedback: 'complaint',
}
const BOUNCES = new Set(['Bounce', 'Expiration', 'AdminBounce', 'OOB'])

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : ''

function enhancedCode(response: Json): string {
  const code = response.enhanced_code
  if (!isObject(code)) return text(code)
  const parts = [code.class, code.subject, code.detail]
  return parts.every((part) => Number.isInteger(part)) ? parts.join('.') : ''
}

function read(line: string, at: number): RawRecord[] | 'bad_json' {
  let entry: unknown
  try {
    entry = JSON.parse(line)
  } catch {
    return 'bad_json'
  }
  if (!isObject(entry)) return 'bad_json'
  const type = text(entry.type)
  // The log's own recipient of a feedback report is the mailbox that takes them.
  const report = isObject(entry.feedback_report) ? entry.feedback_report : null
  const named = type === 'Feedback' ? report?.original_rcpt_to : entry.recipient
  const recipients = Array.isArray(named) ? named.map(text) : [text(named)]
  const response = isObject(entry.response) ? entry.response : {}
  const classification = text(entry.bounce_classification)
  const record: RawRecord = {
    ...emptyRecord(at),
    skip: BOUNCES.has(type) ? null : Object.hasOwn(SKIPPED, type) ? SKIPPED[type]! : 'not_a_bounce',
    diagnostic: text(response.content),
    smtpCode: text(response.code),
    enhancedCode: enhancedCode(response),
    vendorClass: classification && classification !== 'Uncategorized' ? `kumo:${classification}` : '',
    sendingAccount: text(report ? report.original_mail_from : entry.sender),
    campaign: text(entry.campaign),
    occurredAt: text(entry.event_time) || text(entry.timestamp),
    feedbackType: text(report?.feedback_type),
  }
  if (recipients.length === 0) return [record]
  return recipients.map((recipient) => ({ ...record, recipient }))
}

const reader: LineReader = { read, state: () => null }

/** KumoMTA's log: one JSON object a line. */
export const kumomta: LineFormat = {
  id: 'kumomta',
  kind: 'lines',
  name: 'KumoMTA log',
  about: 'KumoMTA: the log files of the server, unpacked with zstd -d.',
  vendorPrefix: 'kumo',
  matchLine: (line) => line.startsWith('{') && /"type"\s*:/.test(line) && /"recipient"\s*:/.test(line),
  open: () => reader,
  sampleName: 'kumomta.jsonl',
  sample: [
    '{"type":"Bounce","id":"d7ef","sender":"anna@acme.example","recipient":"nora@hillside-dental.example","response":{"code":550,"enhanced_code":{"class":5,"subject":1,"detail":1},"content":"User unknown"},"timestamp":1756890842,"bounce_classification":"InvalidRecipient"}',
    '{"type":"TransientFailure","id":"d7f0","sender":"ben@acme.example","recipient":["tom@brightworks.example"],"response":{"code":452,"enhanced_code":{"class":4,"subject":2,"detail":2},"content":"Mailbox full"},"timestamp":1756890940,"bounce_classification":"QuotaIssues"}',
    '{"type":"Delivery","id":"d7f1","sender":"ben@acme.example","recipient":"kim@northpier.example","response":{"code":250,"content":"OK"},"timestamp":1756890970}',
    '',
  ].join('\n'),
}
