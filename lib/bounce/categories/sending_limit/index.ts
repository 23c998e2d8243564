import { defineCategory } from '../category'

export const sendingLimit = defineCategory({
  number: 15,
  id: 'sending_limit',
  name: 'Provider sending limit exceeded',
  shortName: 'Sending limit',
  family: 'limits',
  disposition: 'retry',
  bounceType: 'soft',
  policy: { holdDays: [1], suggest: null, recipientHistory: false },
  meaning: 'Your own provider stopped you: too much mail from the account.',
  lede: 'The account sent more than its provider allows in a window of time, so the mail never left. It says nothing about the people you wrote to.',
  steps: [
    {
      title: 'Stop for 24 hours',
      detail: 'The limit is counted over a rolling day. More tries only extend it.',
      who: 'you',
    },
    {
      title: 'Spread mail over the day',
      detail: 'Lower the daily number of the account and start new mailboxes slowly.',
      who: 'you',
    },
    {
      title: 'Know the limit',
      detail: 'Look up what your plan allows per day and watch how close you come.',
      who: 'you',
    },
    { title: 'Consider a business plan', detail: 'Free and low-tier accounts stop early.', who: 'your_it' },
    {
      title: 'Mend the reputation',
      detail: 'Complaints, dead addresses and missing SPF, DKIM or DMARC lower the limit.',
      who: 'your_it',
    },
  ],
  whoActs: 'you',
  examples: [
    '421 4.7.0 [Temporary Deferral] Sending Limits Exceeded',
    '452 4.2.2 Mailbox Full or Sending Limit Exceeded',
    '550 5.4.5 Daily Sending Quota Exceeded',
    '554 5.7.1 Too Many Messages Sent or Too Many Recipients',
  ],
})
