import { defineCategory } from '../category'

export const mailboxFull = defineCategory({
  number: 2,
  id: 'mailbox_full',
  name: 'Mailbox full',
  shortName: 'Mailbox full',
  family: 'recipient',
  disposition: 'retry',
  bounceType: 'soft',
  policy: { holdDays: [3, 14], suggest: { atBounce: 3, withinDays: 30 }, recipientHistory: true },
  meaning: 'The recipient has used up their storage.',
  lede: 'The address is right, but its mailbox has no room left. It may empty tomorrow, or never, if nobody reads it any more.',
  steps: [
    {
      title: 'Wait a few days',
      detail: 'Most full mailboxes are cleared within days. Nothing is sent meanwhile.',
      who: 'you',
    },
    {
      title: 'Reach them another way',
      detail: 'Call or message, and mention that mail does not get through.',
      who: 'you',
    },
    {
      title: 'Suggest making room',
      detail: 'They free space, or have the mailbox enlarged.',
      who: 'recipient',
    },
    {
      title: 'Give up on a dead mailbox',
      detail: 'Full for weeks usually means abandoned. Look for a newer address.',
      who: 'you',
    },
  ],
  whoActs: 'recipient',
  examples: [
    '552 5.2.2 Mailbox full',
    '452 4.2.2 The email account that you tried to reach is over quota',
    '552 5.2.2 Requested mail action aborted: exceeded storage allocation',
  ],
})
