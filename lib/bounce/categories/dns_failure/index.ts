import { defineCategory } from '../category'

export const dnsFailure = defineCategory({
  number: 12,
  id: 'dns_failure',
  name: 'DNS failures',
  shortName: 'DNS failures',
  family: 'server',
  disposition: 'retry',
  bounceType: 'soft',
  policy: { holdDays: [1], suggest: { atBounce: 3, withinDays: 30 }, recipientHistory: true },
  meaning: 'The recipient’s domain could not be looked up.',
  lede: 'The sending side asked where to deliver and got no usable answer. That may be a passing fault, or the domain’s records are broken. It does not yet mean that the domain is gone.',
  steps: [
    { title: 'Wait a day', detail: 'Look-ups often work again within hours.', who: 'you' },
    {
      title: 'Check our own DNS',
      detail: 'Failures at many domains at once point at the sending side’s resolver.',
      who: 'your_it',
    },
    {
      title: 'Check the recipient’s domain',
      detail: 'Does it resolve elsewhere, and does it have mail (MX) records?',
      who: 'your_it',
    },
    {
      title: 'Bring in the provider',
      detail: 'They can see which server gave which answer.',
      who: 'your_it',
    },
  ],
  whoActs: 'your_it',
  examples: [
    '550 5.4.4 Unable to resolve domain',
    '451 4.4.3 Temporary name lookup failure',
    '450 4.4.4 Host not found, try again',
  ],
})
