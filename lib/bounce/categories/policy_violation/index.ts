import { defineCategory } from '../category'

export const policyViolation = defineCategory({
  number: 14,
  id: 'policy_violation',
  name: 'Policy violation',
  shortName: 'Policy violation',
  family: 'content',
  disposition: 'fix',
  bounceType: 'soft',
  policy: { holdDays: [], suggest: null, recipientHistory: true },
  meaning: 'The recipient’s server has a rule against this kind of mail.',
  lede: 'The server’s rules refuse the mail: bulk mail, marketing, an attachment type, mail from outside, or your address. A person over there set the rule, and a person can make an exception.',
  steps: [
    {
      title: 'Read the policy',
      detail: 'The reply often links to it. See what it refuses and whom.',
      who: 'you',
    },
    {
      title: 'Adapt the mail',
      detail: 'No attachments, a working unsubscribe link, one person at a time.',
      who: 'you',
    },
    {
      title: 'Stay within the law',
      detail: 'GDPR, CAN-SPAM and the like ask for a reason to write, a sender and a way out.',
      who: 'you',
    },
    {
      title: 'Ask for an exception',
      detail: 'The recipient’s IT can allow your address or domain.',
      who: 'recipient',
    },
  ],
  whoActs: 'you',
  examples: [
    '550 5.7.0 Policy-related rejection',
    '550 5.7.1 Delivery not authorized, message refused',
    '550 5.7.133 Sender not authenticated for group',
  ],
})
