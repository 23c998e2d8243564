import { defineCategory } from '../category'

export const authentication = defineCategory({
  number: 8,
  id: 'authentication',
  name: 'Authentication issues',
  shortName: 'Authentication',
  family: 'sender',
  disposition: 'fix',
  bounceType: 'soft',
  policy: { holdDays: [], suggest: null, recipientHistory: true },
  meaning: 'You could not prove who you are: a login, SPF, DKIM or DMARC failed.',
  lede: 'Either your account could not log in to its outgoing server, or the mail failed the checks that prove it comes from your domain. Until that is mended, everything from this account is at risk.',
  steps: [
    {
      title: 'Check user name and password',
      detail: 'Reconnect the mailbox in your sending tool. A changed password is the usual cause.',
      who: 'you',
    },
    {
      title: 'Check the outgoing settings',
      detail: 'Server name, port and encryption, as your provider lists them for SMTP.',
      who: 'you',
    },
    {
      title: 'Publish SPF and DKIM',
      detail: 'Every service that sends for your domain must be in both.',
      who: 'your_it',
    },
    {
      title: 'Let DMARC agree',
      detail: 'The domain after “From” must match the one that SPF or DKIM proves.',
      who: 'your_it',
    },
    {
      title: 'Have credentials reset',
      detail: 'Where none of this helps, your provider can check or reset the account.',
      who: 'your_it',
    },
  ],
  whoActs: 'your_it',
  examples: [
    '535 5.7.8 Authentication credentials invalid',
    '550 5.7.26 This mail is unauthenticated, SPF and DKIM did not pass',
    '550 5.7.1 Email rejected per DMARC policy',
  ],
})
