import { defineCategory } from '../category'

export const serverUnavailable = defineCategory({
  number: 5,
  id: 'server_unavailable',
  name: 'Recipient server unavailable',
  shortName: 'Server unavailable',
  family: 'server',
  disposition: 'retry',
  bounceType: 'soft',
  policy: { holdDays: [3], suggest: { atBounce: 5, withinDays: 30 }, recipientHistory: true },
  meaning: 'The recipient’s server is down, unreachable or too busy.',
  lede: 'The other side could not take the mail just now: maintenance, overload, a network fault, or a server that asks strangers to come back later. Waiting mends most of these.',
  steps: [
    {
      title: 'Wait',
      detail: 'Nothing is wrong with the address. The contact rests for 3 days and is then eligible again.',
      who: 'you',
    },
    {
      title: 'Send again, slowly',
      detail: 'Many at the same company? Spread them over the day.',
      who: 'you',
    },
    {
      title: 'Tell them if it goes on',
      detail: 'After a week, call or message, so that their IT learns of the fault.',
      who: 'you',
    },
    {
      title: 'Look at the server',
      detail: 'Only the recipient’s IT can mend it. The full reply tells them where.',
      who: 'recipient',
    },
  ],
  whoActs: 'recipient',
  examples: [
    '451 4.4.0 Temporary server error',
    '421 4.3.2 Service not available, closing transmission channel',
    '450 4.2.0 Greylisted, please try again later',
  ],
})
