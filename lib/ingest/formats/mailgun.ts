import type { TableFormat } from './format'

/** Codes by which Mailgun tells that it did not try: bounced, unsubscribed or complained before. */
const ECHO = new Set(['605', '606', '607'])

/** Mailgun's bounce list. */
export const mailgun: TableFormat = {
  id: 'mailgun',
  kind: 'table',
  name: 'Mailgun bounces',
  about: 'Mailgun: Suppressions, then Bounces, then Export.',
  vendorPrefix: 'mailgun',
  utc: true,
  match: (names) =>
    names.has('address') &&
    names.has('error') &&
    names.has('code') &&
    (names.has('createdat') || names.has('created'))
      ? 1
      : 0,
  columns: {
    recipient: ['address'],
    smtpCode: ['code'],
    diagnostic: ['error'],
    occurredAt: ['createdat', 'created'],
  },
  judge: (header) => {
    const code = header.indexOf('code')
    return (cell) => (ECHO.has(cell(code).trim()) ? { skip: 'echo' } : null)
  },
  sampleName: 'mailgun-bounces.csv',
  sample: [
    'address,code,error,created_at',
    'nora@hillside-dental.example,550,"5.1.1 The account does not exist","Wed, 03 Sep 2025 09:14:02 UTC"',
    'tom@brightworks.example,552,5.2.2 Mailbox full,"Wed, 03 Sep 2025 09:15:40 UTC"',
    'lea@fjordtech.example,605,Not delivering to previously bounced address,"Thu, 04 Sep 2025 07:58:11 UTC"',
    '',
  ].join('\n'),
}
