import type { TableFormat } from './format'
import { yesOrNo } from './format'

/** Apollo's contact export, which only tells whether an address has bounced. */
export const apollo: TableFormat = {
  id: 'apollo',
  kind: 'table',
  name: 'Apollo contacts',
  about: 'Apollo: Contacts, select, Export; the column Email Bounced tells who bounced.',
  vendorPrefix: 'apollo',
  match: (names) =>
    names.has('emailbounced') &&
    (names.has('emailstatus') || names.has('apollocontactid') || names.has('emailsent'))
      ? 1
      : 0,
  columns: {
    recipient: ['email'],
    recipientName: ['firstname', 'lastname'],
  },
  judge: (header) => {
    const bounced = header.indexOf('emailbounced')
    return (cell) =>
      yesOrNo(cell(bounced)) === 'yes' ? { vendorClass: 'apollo:bounced' } : { skip: 'not_a_bounce' }
  },
  sampleName: 'apollo-contacts.csv',
  sample: [
    'First Name,Last Name,Company,Email,Email Status,Email Sent,Email Open,Email Bounced,Replied',
    'Nora,Hill,Hillside Dental,nora@hillside-dental.example,Verified,true,false,true,false',
    'Tom,Bright,Brightworks,tom@brightworks.example,Verified,true,true,false,false',
    '',
  ].join('\n'),
}
