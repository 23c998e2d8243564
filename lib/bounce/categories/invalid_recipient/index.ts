import { defineCategory } from '../category'

export const invalidRecipient = defineCategory({
  number: 1,
  id: 'invalid_recipient',
  name: 'Invalid recipient address',
  shortName: 'Invalid recipient',
  family: 'recipient',
  disposition: 'suppress',
  bounceType: 'hard',
  policy: { holdDays: [3], suggest: null, recipientHistory: true },
  meaning: 'The address does not exist, or its mailbox is closed.',
  lede: 'The server knows its people, and this one is not among them: mistyped, deleted, or gone with an old job. Sending again cannot help, and every try costs your reputation.',
  steps: [
    {
      title: 'Look for a typo',
      detail: 'Compare the address with the person’s name and with others at the same company.',
      who: 'you',
    },
    {
      title: 'Confirm it another way',
      detail: 'Call, or write on a professional network, and ask for the address in use.',
      who: 'you',
    },
    {
      title: 'Ask for a new address',
      detail: 'An old contact has often changed jobs. Replace the address, don’t retry it.',
      who: 'you',
    },
    {
      title: 'Check where the list came from',
      detail: 'Many of these from one campaign mean an old or guessed list. Verify it before the next send.',
      who: 'you',
    },
  ],
  whoActs: 'you',
  examples: [
    '550 5.1.1 User unknown',
    '550 5.1.1 The email account that you tried to reach does not exist',
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    '550 5.4.1 Recipient address rejected: Access denied',
  ],
})
