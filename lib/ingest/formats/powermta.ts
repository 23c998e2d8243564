import type { SkipReason } from '../types'
import type { Judgement, TableFormat } from './format'
import { share } from './format'

const skip = (why: SkipReason): Judgement => ({ skip: why })
/** Accounting record types; `b` and `rb` (remote) are bounces. */
const TYPES: Record<string, Judgement | null> = {
  b: null,
  rb: null,
  t: skip('delayed'),
  tq: skip('delayed'),
  d: skip('delivered'),
  f: skip('complaint'),
}
const OTHER = skip('not_a_bounce')

/** PowerMTA accounting files; which columns they hold is configured per server. */
export const powermta: TableFormat = {
  id: 'powermta',
  kind: 'table',
  name: 'PowerMTA accounting file',
  about: 'PowerMTA: the accounting files (acct-*.csv) of the server, bounce records at least.',
  vendorPrefix: 'pmta',
  match: (names) =>
    names.has('rcpt') &&
    names.has('type') &&
    share(names, [
      'timelogged',
      'orig',
      'dsnstatus',
      'dsndiag',
      'bouncecat',
      'vmta',
      'dsnaction',
      'dlvtype',
    ]) >= 0.25
      ? 1
      : 0,
  columns: {
    recipient: ['rcpt'],
    diagnostic: ['dsndiag'],
    enhancedCode: ['dsnstatus'],
    vendorClass: ['bouncecat'],
    sendingAccount: ['orig', 'headerfrom'],
    campaign: ['jobid', 'envid'],
    occurredAt: ['timelogged'],
  },
  judge: (header) => {
    const type = header.indexOf('type')
    return (cell) => {
      const code = cell(type).trim().toLowerCase()
      return Object.hasOwn(TYPES, code) ? TYPES[code]! : OTHER
    }
  },
  sampleName: 'acct-2025-09-03.csv',
  sample: [
    'type,timeLogged,timeQueued,orig,rcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,dlvType,vmta,jobId',
    'b,2025-09-03 09:14:02+0000,2025-09-03 09:14:00+0000,anna@acme.example,nora@hillside-dental.example,failed,5.1.1 (bad destination mailbox address),"smtp;550 5.1.1 User unknown",mx.hillside-dental.example (192.0.2.7),bad-mailbox,smtp,pool-1,dentists-q3',
    't,2025-09-03 09:15:40+0000,2025-09-03 09:15:39+0000,ben@acme.example,tom@brightworks.example,delayed,4.2.2 (mailbox full),smtp;452 4.2.2 Mailbox full,mx.brightworks.example (192.0.2.9),quota-issues,smtp,pool-1,agencies',
    'd,2025-09-03 09:16:10+0000,2025-09-03 09:16:09+0000,ben@acme.example,kim@northpier.example,relayed,2.0.0 (success),smtp;250 2.0.0 OK,mx.northpier.example (192.0.2.11),,smtp,pool-1,agencies',
    '',
  ].join('\n'),
}
