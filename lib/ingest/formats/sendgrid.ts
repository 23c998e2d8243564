import type { TableFormat } from './format'

/** SendGrid's suppression downloads: bounces, blocks, invalid emails. */
export const sendgrid: TableFormat = {
  id: 'sendgrid',
  kind: 'table',
  name: 'SendGrid bounces or blocks',
  about: 'SendGrid: Suppressions, then Bounces, Blocks or Invalid Emails, then Export CSV.',
  vendorPrefix: 'sendgrid',
  utc: true,
  match: (names) =>
    names.has('email') && names.has('reason') && names.has('created') && names.size <= 7
      ? names.has('status')
        ? 1
        : 0.9
      : 0,
  columns: {
    recipient: ['email'],
    diagnostic: ['reason'],
    enhancedCode: ['status'],
    occurredAt: ['created'],
    vendorClass: ['type', 'bounceclassification', 'classification'],
  },
  // Spam reports alone carry the reporter's address beside the same columns.
  judge: (header) => {
    const ip = header.indexOf('ip')
    return (cell) => (cell(ip).trim() !== '' ? { skip: 'complaint' } : null)
  },
  sampleName: 'sendgrid-bounces.csv',
  sample: [
    'status,reason,email,created',
    '5.1.1,"550 5.1.1 The email account that you tried to reach does not exist, please check it",nora@hillside-dental.example,1756890842',
    '5.2.2,"552 5.2.2 The mailbox ""tom"" is over its quota",tom@brightworks.example,1756890940',
    '4.7.1,"421 4.7.1 Try again later,\n deferred by policy",lea@fjordtech.example,1756972691',
    '',
  ].join('\n'),
}
