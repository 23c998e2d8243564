import { defineCategory } from '../category'

export const domainNotFound = defineCategory({
  number: 9,
  id: 'domain_not_found',
  name: 'Domain not found',
  shortName: 'Domain not found',
  family: 'recipient',
  disposition: 'suppress',
  bounceType: 'hard',
  policy: { holdDays: [3], suggest: null, recipientHistory: true },
  meaning: 'The part after the @ does not exist or takes no mail.',
  lede: 'There is no such domain, or it says that it receives no mail. Often it is a slip of the finger, and the right address is one letter away.',
  steps: [
    {
      title: 'Check the spelling',
      detail: 'gmail.com, not gmal.com. Where we know a likely domain, we propose it.',
      who: 'you',
    },
    {
      title: 'Look the company up',
      detail: 'Open the domain in a browser. It may have been renamed, sold or closed.',
      who: 'you',
    },
    { title: 'Confirm with the person', detail: 'Ask which address is in use now.', who: 'recipient' },
    {
      title: 'Tell IT if the domain works elsewhere',
      detail: 'Then resolving fails on our side, and only they can mend it.',
      who: 'your_it',
    },
  ],
  whoActs: 'you',
  examples: [
    '550 5.1.2 Domain not found',
    '550 5.4.4 Host or domain name not found. Name service error: Host not found',
    '556 5.1.10 Recipient domain has a null MX record',
  ],
})
