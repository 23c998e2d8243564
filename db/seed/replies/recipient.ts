import type { ReplyList } from './reply'

/** The mailbox or its domain is the reason. */
export const recipientReplies = {
  invalid_recipient: [
    ['google', 9, '550-5.1.1 The email account that you tried to reach does not exist. {gid} - gsmtp'],
    ['google', 1, '550-5.2.1 The email account that you tried to reach is inactive. {gid} - gsmtp'],
    [
      'microsoft',
      7,
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient {address} not found by SMTP address lookup [{outlook}]',
    ],
    ['microsoft', 3, '550 5.4.1 Recipient address rejected: Access denied. [{outlook} {when} {hex8}]'],
    ['microsoft', 1, '550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found [{outlook}]'],
    [
      'yahoo',
      4,
      '554 5.1.1 delivery error: dd No account with this name here ({address}) - mta{n}.mail.{yahoo}.yahoo.com',
    ],
    [
      'yahoo',
      1,
      '554 30 Sorry, the mailbox {address} is not available [-20] - mta{n}.mail.{yahoo}.yahoo.com',
    ],
    ['proofpoint', 3, '550 5.1.1 <{address}>: user unknown in this organisation - {pphost}'],
    ['proofpoint', 1, '550 5.1.1 Recipient {address} is no longer with us, mailbox removed - {pphost}'],
    [
      'mimecast',
      3,
      '550 Invalid Recipient - https://community.mimecast.com/docs/doc-1369#550 [{token}.{region}]',
    ],
    ['mimecast', 1, '550 5.1.1 Recipient address rejected: no such mailbox [{token}.{region}] mimecast.com'],
    ['barracuda', 2, '550 5.1.1 permanent failure, recipient {address} unknown ({barracuda})'],
    ['zoho', 2, '550 5.1.1 User does not exist - <{address}> mx.zoho.com'],
    ['cisco', 2, '550 #5.1.0 Address rejected, no such user: {address} ({cisco})'],
    ['godaddy', 2, '550 5.1.1 <{address}> Recipient not found. IB603b {secureserver}'],
    [
      'unitedinternet',
      2,
      '550 5.1.1 Requested action not taken: mailbox unavailable, address {address} unknown ({ionos})',
    ],
    ['other', 5, '550 5.1.1 <{address}>: Recipient address rejected: User unknown in virtual mailbox table'],
    ['other', 3, '550 No such user here: {address}'],
    ['other', 2, '550 5.1.1 {address}: this account was closed and takes no mail any more'],
    ['other', 1, '550-Unrouteable address <{address}> 550 verification of the recipient failed'],
    ['other', 1, '554 5.1.1 The person behind {address} has left the company and the mailbox is disabled'],
  ],
  mailbox_full: [
    ['google', 6, '452 4.2.2 The email account that you tried to reach is over quota {gid} - gsmtp'],
    [
      'google',
      1,
      '552-5.2.2 The recipient has used up the storage of this account and can take no more mail. {gid} - gsmtp',
    ],
    ['microsoft', 4, '554 5.2.2 STOREDRV.Deliver; mailbox full, quota exceeded for {address} [{outlook}]'],
    ['microsoft', 1, '452 4.2.2 The mailbox of the recipient is full and takes no messages now [{outlook}]'],
    [
      'yahoo',
      2,
      '552 1 Requested action aborted, the mailbox {address} is over its quota - mta{n}.mail.{yahoo}.yahoo.com',
    ],
    ['proofpoint', 2, '452 4.2.2 <{address}> mailbox is full, try again later - {pphost}'],
    ['mimecast', 1, '452 4.2.2 Mailbox quota of the recipient exceeded [{token}.{region}] mimecast.com'],
    ['barracuda', 1, '452 4.2.2 mailbox for {address} is full ({barracuda})'],
    ['zoho', 1, '552 5.2.2 Storage of the mailbox exceeded for {address} mx.zoho.com'],
    ['cisco', 1, '452 #4.2.2 mailbox full {address} ({cisco})'],
    ['godaddy', 1, '552 5.2.2 {address} Mailbox quota exceeded. IB705 {secureserver}'],
    ['unitedinternet', 1, '552 5.2.2 Quota exceeded, the mailbox {address} is full ({ionos})'],
    ['other', 3, '452 4.2.2 <{address}>: Mailbox is full / Blocks limit exceeded / Inode limit exceeded'],
    ['other', 2, '552 5.2.2 Mailbox full'],
    ['other', 1, '452-<{address}> has {n} MB of {n2} MB in use and is over quota'],
  ],
  domain_not_found: [
    ['microsoft', 2, '550 5.1.2 Recipient domain not found: {domain} does not exist in DNS [{outlook}]'],
    ['other', 5, '550 5.1.2 {domain}: Domain not found'],
    [
      'other',
      3,
      'Host or domain name not found. Name service error for name={domain} type=A: Host not found',
    ],
    ['other', 2, '550 5.1.2 Bad destination system: no such domain {domain}'],
    ['other', 1, '553 5.1.2 The domain {domain} publishes a null MX and does not accept mail'],
  ],
} as const satisfies Record<string, ReplyList>
