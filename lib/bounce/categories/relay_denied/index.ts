import { defineCategory } from '../category'

export const relayDenied = defineCategory({
  number: 4,
  id: 'relay_denied',
  name: 'Relay access denied',
  shortName: 'Relay access denied',
  family: 'sender',
  disposition: 'fix',
  bounceType: 'soft',
  policy: { holdDays: [], suggest: { atBounce: 4, withinDays: null }, recipientHistory: true },
  meaning: 'The server does not accept mail for that domain from your server.',
  lede: 'The server you reached says it is not responsible for that domain, or does not know you as allowed to send through it. Usually one of the two sides is set up wrong.',
  steps: [
    {
      title: 'See that your server signs in',
      detail: 'The account must be authenticated and authorised to send through its outgoing server.',
      who: 'your_it',
    },
    {
      title: 'Check the recipient’s domain',
      detail: 'Its mail records may point at a server that no longer takes its mail.',
      who: 'your_it',
    },
    {
      title: 'Close open-relay settings',
      detail: 'A server of yours that relays for strangers gets refused everywhere.',
      who: 'your_it',
    },
    {
      title: 'Bring in your email provider',
      detail: 'Send them the full reply. They see which server refused and why.',
      who: 'you',
    },
  ],
  whoActs: 'your_it',
  examples: [
    '554 5.7.1 Relay access denied',
    '550 5.7.1 Unable to relay',
    '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
  ],
})
