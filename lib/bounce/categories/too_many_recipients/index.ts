import { defineCategory } from '../category'

export const tooManyRecipients = defineCategory({
  number: 11,
  id: 'too_many_recipients',
  name: 'Too many emails sent',
  shortName: 'Too many emails',
  family: 'limits',
  disposition: 'retry',
  bounceType: 'soft',
  policy: { holdDays: [1], suggest: null, recipientHistory: true },
  meaning: 'You sent the recipient’s server more than it takes at a time.',
  lede: 'The recipient’s server counts recipients, messages or connections in a window of time, and you went over. Nothing is wrong with the contacts; the pace is.',
  steps: [
    { title: 'Wait a day', detail: 'The window passes by itself.', who: 'you' },
    {
      title: 'Slow the campaign down',
      detail: 'Give it more of the day, and put fewer people at the same company into one hour.',
      who: 'you',
    },
    {
      title: 'One recipient per message',
      detail: 'Long To and Cc lines run into limits at once.',
      who: 'you',
    },
    { title: 'Spread the resends', detail: 'Don’t send all that waited in one go.', who: 'you' },
  ],
  whoActs: 'you',
  examples: [
    '452 4.5.3 Too many recipients',
    '421 4.7.28 Unusual rate of mail from your IP, temporarily rate limited',
    '450 4.2.1 The user you are trying to contact is receiving mail too quickly',
  ],
})
