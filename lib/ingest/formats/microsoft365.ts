import type { SkipReason } from '../types'
import type { Judge, Judgement, TableFormat } from './format'

const VENDOR_CLASS = 'm365:fail'
const NOT_A_BOUNCE: Judgement = { skip: 'not_a_bounce' }

/** `addr##Receive, Fail;other##Receive, Deliver`: each recipient with what happened to it. */
function recipientsOf(status: string): NonNullable<Judgement['recipients']> {
  const found: { recipient: string; skip?: SkipReason; vendorClass?: string }[] = []
  // An address may hold `;` only in quotes, so a new recipient starts at `;` before the next `##`.
  for (const part of status.split(/;(?=[^;]*##)/)) {
    const at = part.lastIndexOf('##')
    if (at < 0) continue
    const recipient = part.slice(0, at).trim()
    const skip = fate(part.slice(at + 2))
    found.push(skip ? { recipient, skip } : { recipient, vendorClass: VENDOR_CLASS })
  }
  return found
}

function fate(events: string): SkipReason | null {
  const words = new Set(events.toLowerCase().split(/[^a-z]+/))
  if (words.has('fail') || words.has('failed')) return null
  if (words.has('defer') || words.has('pending') || words.has('gettingstatus')) return 'delayed'
  return words.has('deliver') || words.has('delivered') || words.has('send') ? 'delivered' : 'not_a_bounce'
}

const judge: NonNullable<TableFormat['judge']> = (header) => {
  const statuses = header.indexOf('recipientstatus')
  const single = header.indexOf('status')
  const direction = header.indexOf('directionality')
  const read: Judge = (cell) => {
    if (cell(direction).trim().toLowerCase() === 'incoming') return NOT_A_BOUNCE
    if (statuses >= 0) {
      const recipients = recipientsOf(cell(statuses))
      return recipients.length > 0 ? { recipients } : null
    }
    const skip = fate(cell(single))
    return skip ? { skip } : { vendorClass: VENDOR_CLASS }
  }
  return read
}

/** Microsoft 365 message trace, extended and plain; it tells that a delivery failed, not why. */
export const microsoft365: TableFormat = {
  id: 'microsoft365',
  kind: 'table',
  name: 'Microsoft 365 message trace',
  about: 'Exchange admin center: Mail flow, Message trace, then export the report.',
  vendorPrefix: 'm365',
  utc: true,
  match: (names) => {
    if (names.has('recipientstatus') && (names.has('origintimestamputc') || names.has('senderaddress')))
      return 1
    return ['received', 'senderaddress', 'recipientaddress', 'status'].every((name) => names.has(name))
      ? 0.9
      : 0
  },
  columns: {
    recipient: ['recipientstatus', 'recipientaddress'],
    sendingAccount: ['senderaddress'],
    occurredAt: ['origintimestamputc', 'received'],
  },
  judge,
  sampleName: 'message-trace.csv',
  sample: [
    'origin_timestamp_utc,sender_address,recipient_status,message_subject,total_bytes,message_id,directionality',
    '2025-09-03T09:14:02.1234567Z,anna@acme.example,"nora@hillside-dental.example##Receive, Fail;kim@northpier.example##Receive, Deliver",Your clinic,18230,<a1@acme.example>,Originating',
    '2025-09-03T09:15:40.0000000Z,ben@acme.example,"tom@brightworks.example##Receive, Defer",Hello,9120,<a2@acme.example>,Originating',
    '',
  ].join('\r\n'),
}
