import type { Judge, TableFormat } from './format'
import { yesOrNo } from './format'

/** Salesforce contacts or leads with the fields of its bounce management. */
export const salesforce: TableFormat = {
  id: 'salesforce',
  kind: 'table',
  name: 'Salesforce contacts',
  about: 'Salesforce: a report or export of contacts or leads with EmailBouncedDate and EmailBouncedReason.',
  vendorPrefix: 'salesforce',
  match: (names) => (names.has('emailbouncedreason') || names.has('isemailbounced') ? 1 : 0),
  columns: {
    recipient: ['email', 'emailaddress', 'contactemail', 'leademail'],
    recipientName: ['name', 'fullname', 'firstname', 'lastname'],
    diagnostic: ['emailbouncedreason'],
    occurredAt: ['emailbounceddate'],
    campaign: ['campaign', 'campaignname'],
  },
  judge: (header) => {
    const reason = header.indexOf('emailbouncedreason')
    const date = header.indexOf('emailbounceddate')
    const flag = header.indexOf('isemailbounced')
    const read: Judge = (cell) => {
      if (cell(reason).trim() !== '') return null
      if (cell(date).trim() === '' && yesOrNo(cell(flag)) === 'no') return { skip: 'not_a_bounce' }
      return { vendorClass: 'salesforce:bounced' }
    }
    return read
  },
  sampleName: 'salesforce-contacts.csv',
  sample: [
    'Id,Email,Name,EmailBouncedDate,EmailBouncedReason,IsEmailBounced',
    '0035e00000a1,nora@hillside-dental.example,Nora Hill,2025-09-03T09:14:02.000+0000,550 5.1.1 User unknown,true',
    '0035e00000a2,tom@brightworks.example,Tom Bright,,,false',
    '',
  ].join('\n'),
}
