import { defineCategory } from '../category'

export const blacklisted = defineCategory({
  number: 10,
  id: 'blacklisted',
  name: 'Blocked sender / blacklisted IP',
  shortName: 'Blacklisted',
  family: 'sender',
  disposition: 'fix',
  bounceType: 'soft',
  policy: { holdDays: [], suggest: null, recipientHistory: true },
  meaning: 'Your sending IP or domain is on a block list or has a bad reputation.',
  lede: 'Your sending IP or domain is on a block list, so servers that use the list turn your mail away. The people you wrote to are fine. The listing has to go first.',
  steps: [
    { title: 'Pause the account’s campaigns', detail: 'Every refused mail makes it worse.', who: 'you' },
    {
      title: 'Find the list that names you',
      detail: 'Look the IP and the domain up at MXToolbox or Talos, or open the reply’s link.',
      who: 'you',
    },
    {
      title: 'Ask the operator for delisting',
      detail: 'Follow the steps on their page, once the cause is gone.',
      who: 'your_it',
    },
    {
      title: 'Strengthen SPF, DKIM and DMARC',
      detail: 'All three in place for your domain, and a name (PTR) for the IP, or the listing comes back.',
      who: 'your_it',
    },
    { title: 'Start again slowly', detail: 'Less bulk, and no spam-like wording.', who: 'you' },
  ],
  whoActs: 'your_it',
  examples: [
    '554 5.7.1 Rejected: IP address is blacklisted',
    '550 5.7.1 Service unavailable, Client host [203.0.113.24] blocked using Spamhaus ZEN',
    '550 5.7.606 Access denied, banned sending IP [198.51.100.7]',
  ],
})
