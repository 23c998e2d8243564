import type { ReplyList } from './reply'

/** Too much in too short a time: their limit, or our own provider's. */
export const limitReplies = {
  too_many_recipients: [
    [
      'google',
      2,
      '421-4.7.28 Mail from {senderDomain} comes at an unusual rate and is slowed down. {gid} - gsmtp',
    ],
    [
      'microsoft',
      2,
      '451 4.7.500 Server busy. Too many messages from [{senderIp}], please try again later. [{outlook}]',
    ],
    ['microsoft', 1, '452 4.5.3 Too many recipients in one session [{outlook}]'],
    [
      'yahoo',
      2,
      '421 4.7.0 [TSS04] Messages from {senderIp} temporarily deferred, too many at once - mta{n}.mail.{yahoo}.yahoo.com',
    ],
    ['proofpoint', 1, '451 4.7.1 Message rate limit exceeded for {senderIp} - {pphost}'],
    [
      'mimecast',
      1,
      '451 4.7.1 Too many messages from this sender in a short time [{token}.{region}] mimecast.com',
    ],
    ['barracuda', 1, '452 4.5.3 too many recipients from this sender in this hour ({barracuda})'],
    ['godaddy', 1, '421 4.7.1 Too many connections from {senderIp}, IB117 {secureserver}'],
    ['unitedinternet', 1, '450 4.7.1 Too many messages, slow down and try again ({ionos})'],
    ['other', 3, '452 4.5.3 Too many recipients'],
    ['other', 1, '450 4.7.1 Rate limit: more than {n} messages in an hour from {senderIp}'],
  ],
  sending_limit: [
    ['google', 8, '550-5.4.5 Daily user sending limit exceeded. {gid} - gsmtp'],
    ['google', 1, '421 4.7.0 [Temporary Deferral] Sending Limits Exceeded for {sender} {gid} - gsmtp'],
    [
      'microsoft',
      4,
      '550 5.1.90 Your message cannot be sent because you have reached your daily limit for message recipients [{outlook}]',
    ],
    ['microsoft', 1, '550 5.1.90 The account {sender} has exceeded its sending limit for today [{outlook}]'],
    ['other', 2, '550 5.4.5 Daily Sending Quota Exceeded'],
    ['other', 1, '554 5.7.1 Too Many Messages Sent or Too Many Recipients'],
    ['other', 1, '550 5.4.5 Hourly sending quota exceeded, {n} messages are allowed'],
  ],
} as const satisfies Record<string, ReplyList>

/** The incident of one account: over its provider's daily limit. */
export const quotaReplies: ReplyList = [
  ['google', 12, '550-5.4.5 Daily user sending limit exceeded. {gid} - gsmtp'],
  ['google', 1, '421 4.7.0 [Temporary Deferral] Sending Limits Exceeded for {sender} {gid} - gsmtp'],
]
