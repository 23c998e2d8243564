import { defineCategory } from '../category'

export const invalidFormat = defineCategory({
  number: 6,
  id: 'invalid_format',
  name: 'Invalid email format',
  shortName: 'Invalid format',
  family: 'content',
  disposition: 'fix',
  bounceType: 'soft',
  policy: { holdDays: [], suggest: null, recipientHistory: true },
  meaning: 'The message itself breaks the formatting rules of mail.',
  lede: 'The server could not accept how the message is built: a header is missing or doubled, the encoding is broken, or a character is not allowed. The address is fine.',
  steps: [
    {
      title: 'Check the headers',
      detail: 'From, To, Subject and Date must each be there exactly once.',
      who: 'you',
    },
    {
      title: 'Remove special characters',
      detail: 'Keep emoji and unusual symbols out of names, subject and merge fields.',
      who: 'you',
    },
    {
      title: 'Rebuild the template',
      detail: 'Text pasted from a document brings hidden marks along. Paste it as plain text.',
      who: 'you',
    },
    {
      title: 'Send with a reputable client',
      detail: 'Ask the maker of your sending tool if it keeps happening; show them the reply.',
      who: 'your_it',
    },
  ],
  whoActs: 'you',
  examples: [
    '554 5.6.0 Invalid message content',
    '550 5.7.1 Messages missing a valid From header are not accepted',
    '554 5.6.1 Message contains bare line feeds',
  ],
})
