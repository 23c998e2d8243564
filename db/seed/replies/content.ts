import type { ReplyList } from './reply'

/** The message itself is refused. */
export const contentReplies = {
  spam_block: [
    [
      'google',
      4,
      '550-5.7.1 Our system has detected that this message is likely unsolicited mail and has blocked it. {gid} - gsmtp',
    ],
    ['google', 1, '550-5.7.1 The content of this message looks like spam and was refused. {gid} - gsmtp'],
    ['microsoft', 3, '550 5.7.1 Message rejected as spam by content filtering [{outlook}]'],
    [
      'microsoft',
      1,
      '550 5.7.520 Access denied, the message was judged to be high confidence spam. AS({n}) [{outlook}]',
    ],
    [
      'yahoo',
      2,
      '554 5.7.9 Message not accepted for spam-like content. [PH01] - mta{n}.mail.{yahoo}.yahoo.com',
    ],
    ['proofpoint', 3, '554 5.7.1 The message was rejected by our spam filter (score {n}) - {pphost}'],
    ['proofpoint', 1, '550 5.7.1 URL in the message body is known from spam campaigns - {pphost}'],
    ['mimecast', 5, '550 5.7.1 Message rejected due to content restrictions [{token}.{region}] mimecast.com'],
    [
      'mimecast',
      1,
      '554 Email rejected due to security policies: spam signature found - https://community.mimecast.com/docs/doc-1369#554 [{token}.{region}]',
    ],
    [
      'barracuda',
      2,
      '550 permanent failure for one or more recipients ({address}:blocked as spam) ({barracuda})',
    ],
    ['zoho', 1, '554 5.7.1 Email cannot be delivered, classified as spam. Reason: content mx.zoho.com'],
    ['cisco', 1, '554 #5.7.1 Message identified as spam and refused ({cisco})'],
    ['godaddy', 1, '552 5.7.1 {n} This message was rejected due to its spam score. IB212 {secureserver}'],
    ['unitedinternet', 1, '554 5.7.1 Message refused, content filter found spam ({ionos})'],
    ['other', 3, '554 5.7.1 Spam message rejected, score {n} of allowed 5 (rspamd)'],
    ['other', 2, '550 5.7.1 Blocked by SpamAssassin, id {queue}'],
    ['other', 1, '571 5.7.1 This looks like unsolicited bulk advertising and is not wanted here'],
  ],
  policy_violation: [
    [
      'google',
      1,
      '550-5.7.0 Rejected by a rule that the administrator of {domain} has set for incoming mail. {gid} - gsmtp',
    ],
    [
      'microsoft',
      3,
      '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy [{outlook}]',
    ],
    [
      'microsoft',
      1,
      '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; only senders of the organization may write to this group [{outlook}]',
    ],
    ['proofpoint', 2, '550 5.7.0 Local policy violation, mail of this kind is not accepted - {pphost}'],
    [
      'mimecast',
      2,
      '550 5.7.0 Rejected by header based policy - https://community.mimecast.com/docs/doc-1369#550 [{token}.{region}]',
    ],
    ['barracuda', 1, '550 5.7.0 message refused by the policy of {domain} ({barracuda})'],
    ['cisco', 1, '550 #5.7.0 this message violates our mail policy ({cisco})'],
    ['unitedinternet', 1, '550 5.7.0 Requested action not taken for policy reasons ({ionos})'],
    ['other', 2, '550 5.7.0 Policy-related rejection'],
    ['other', 1, '550 5.7.1 Marketing mail is against the policy of this company'],
  ],
  message_too_large: [
    ['google', 1, '552-5.3.4 Your message exceeded the message size limits of the recipient. {gid} - gsmtp'],
    ['microsoft', 2, '552 5.3.4 Message size exceeds fixed maximum message size [{outlook}]'],
    ['proofpoint', 1, '552 5.3.4 Message too large, {n} kB are allowed - {pphost}'],
    [
      'mimecast',
      1,
      '552 5.3.4 Message size exceeds the limit of the recipient [{token}.{region}] mimecast.com',
    ],
    ['other', 3, '552 5.3.4 Message size exceeds fixed maximum'],
    ['other', 1, '552 5.2.3 The attachment is larger than the {n} kB that {host} accepts'],
  ],
  invalid_format: [
    [
      'google',
      2,
      '550-5.7.1 This message is not RFC 5322 compliant, there are multiple From headers. {gid} - gsmtp',
    ],
    [
      'microsoft',
      1,
      '554 5.6.0 STOREDRV.Submit; invalid message content, corrupt message header [{outlook}]',
    ],
    ['yahoo', 1, '554 5.6.0 Message headers are malformed - mta{n}.mail.{yahoo}.yahoo.com'],
    ['other', 2, '554 5.6.0 Invalid message content'],
    ['other', 1, '550 5.6.0 Missing or malformed header, a message needs exactly one Date and one From'],
  ],
} as const satisfies Record<string, ReplyList>
