import { defineCategory } from '../category'

export const spamBlock = defineCategory({
  number: 3,
  id: 'spam_block',
  name: 'Blocked by spam filters',
  shortName: 'Spam filters',
  family: 'content',
  disposition: 'fix',
  bounceType: 'soft',
  policy: { holdDays: [], suggest: null, recipientHistory: true },
  meaning: 'The message looked like spam to the recipient’s filter.',
  lede: 'A filter read your message and judged it spam by its words, links, attachments or the reputation behind it. The people you wrote to are fine. The message has to change first.',
  steps: [
    {
      title: 'Pause the campaign',
      detail: 'Every further copy teaches the filter that you send spam.',
      who: 'you',
    },
    {
      title: 'Calm the wording',
      detail: 'Drop “Free”, “Act Now”, capitals and runs of “!!!”. Write as you would to one person.',
      who: 'you',
    },
    {
      title: 'Sign as a professional',
      detail: 'A real name, company and phone number; few links, none shortened, no attachment.',
      who: 'you',
    },
    {
      title: 'Test before you resend',
      detail: 'Send the mail to a checker such as Mail Tester and mend what it finds.',
      who: 'you',
    },
    {
      title: 'Have SPF, DKIM and DMARC in place',
      detail: 'Filters are far stricter with mail that cannot prove who sent it.',
      who: 'your_it',
    },
  ],
  whoActs: 'you',
  examples: [
    '550 5.7.1 Message rejected due to content restrictions',
    '554 5.7.1 This message has been identified as spam',
    '550 5.7.1 Our system has detected that this message is likely unsolicited mail',
  ],
})
