import { defineCategory } from '../category'

export const mailLoop = defineCategory({
  number: 13,
  id: 'mail_loop',
  name: 'Email loop detected',
  shortName: 'Email loop detected',
  family: 'server',
  disposition: 'fix',
  bounceType: 'soft',
  policy: { holdDays: [7], suggest: { atBounce: 2, withinDays: null }, recipientHistory: true },
  meaning: 'Two servers hand the message back and forth.',
  lede: 'A forwarding or routing mistake sends the message round in circles until a server gives up. It is almost always on the recipient’s side.',
  steps: [
    {
      title: 'Check your forwarding rules',
      detail: 'Make sure none of yours sends the mail back where it came from.',
      who: 'you',
    },
    {
      title: 'Tell the recipient',
      detail: 'By phone or message: their mail goes in circles, and they may not know.',
      who: 'you',
    },
    {
      title: 'Correct MX and routing',
      detail: 'DNS or MX records that redirect to each other must be put right.',
      who: 'recipient',
    },
    {
      title: 'Bring in IT',
      detail: 'The list of servers in the returned mail shows the circle.',
      who: 'your_it',
    },
  ],
  whoActs: 'recipient',
  examples: [
    '500 5.4.6 Routing loop detected',
    '554 5.4.14 Hop count exceeded - possible mail loop',
    '554 5.4.6 Too many hops',
  ],
})
