import type { ReplyList } from './reply'

/** Our own sending side is not trusted or not allowed. */
export const senderReplies = {
  authentication: [
    [
      'google',
      3,
      '550-5.7.26 This mail is unauthenticated: the domain {senderDomain} passes neither SPF nor DKIM. {gid} - gsmtp',
    ],
    ['google', 1, '535-5.7.8 Username and Password not accepted for {sender}. {gid} - gsmtp'],
    [
      'microsoft',
      2,
      '550 5.7.509 Access denied, sending domain {senderDomain} does not pass DMARC verification [{outlook}]',
    ],
    ['microsoft', 1, '535 5.7.3 Authentication unsuccessful [{outlook}]'],
    [
      'yahoo',
      1,
      '554 5.7.9 Message not accepted, {senderDomain} fails its own DMARC policy - mta{n}.mail.{yahoo}.yahoo.com',
    ],
    ['proofpoint', 2, '550 5.7.0 DMARC check failed for {senderDomain}, policy is reject - {pphost}'],
    [
      'mimecast',
      2,
      '550 5.7.1 DMARC Sender Invalid - envelope rejected - https://community.mimecast.com/docs/doc-1369#550 [{token}.{region}]',
    ],
    ['barracuda', 1, '550 5.7.1 SPF check of {senderDomain} failed, message refused ({barracuda})'],
    ['zoho', 1, '550 5.7.1 DKIM signature of {senderDomain} did not verify mx.zoho.com'],
    ['cisco', 1, '550 #5.7.1 SPF unauthorized mail from {senderDomain} is prohibited ({cisco})'],
    ['other', 2, '535 5.7.8 Error: authentication failed: authentication failure'],
    ['other', 2, '550 5.7.23 {senderDomain} has no SPF record that allows {senderIp}'],
    ['other', 1, '530 5.7.0 Authentication required before sending to {domain}'],
  ],
  relay_denied: [
    ['microsoft', 2, '550 5.7.64 TenantAttribution; Relay Access Denied [{outlook}]'],
    ['proofpoint', 1, '550 5.7.1 Relaying denied for <{address}> - {pphost}'],
    ['barracuda', 1, '554 5.7.1 relay not permitted for {domain} ({barracuda})'],
    ['cisco', 1, '550 #5.7.1 Relaying denied for {address} ({cisco})'],
    ['godaddy', 1, '550 5.7.1 Relaying not allowed for {domain} {secureserver}'],
    ['other', 4, '554 5.7.1 <{address}>: Relay access denied'],
    ['other', 2, '550-Relay not permitted: {domain} is not served by {host}'],
    ['other', 1, '551 5.7.1 we do not relay for {domain}, authenticate first'],
  ],
  blacklisted: [
    [
      'google',
      1,
      '550-5.7.1 [{senderIp}] Mail from this IP address has been blocked because of unsolicited mail. {gid} - gsmtp',
    ],
    ['microsoft', 3, '550 5.7.606 Access denied, banned sending IP [{senderIp}]. [{outlook}]'],
    [
      'yahoo',
      1,
      '553 5.7.1 [BL21] Connections not accepted from IP addresses on the Spamhaus PBL - mta{n}.mail.{yahoo}.yahoo.com',
    ],
    [
      'proofpoint',
      1,
      '554 5.7.1 Blocked by the reputation service, see https://ipcheck.proofpoint.com/?ip={senderIp} - {pphost}',
    ],
    [
      'mimecast',
      1,
      '550 5.7.1 IP address [{senderIp}] found on RBL bl.spamcop.net - https://community.mimecast.com/docs/doc-1369#550 [{token}.{region}]',
    ],
    [
      'barracuda',
      1,
      '554 Service unavailable; Client host [{senderIp}] blocked using b.barracudacentral.org ({barracuda})',
    ],
    [
      'cisco',
      1,
      '554 Your access to this mail system from {senderIp} has been rejected because of its poor reputation ({cisco})',
    ],
    ['other', 3, '554 5.7.1 Rejected: IP address is blacklisted'],
    ['other', 2, '554 5.7.1 Service unavailable; Client host [{senderIp}] blocked using bl.spamcop.net'],
    ['other', 1, '550 5.7.25 Client host rejected: cannot find your reverse hostname, [{senderIp}]'],
  ],
} as const satisfies Record<string, ReplyList>

/** The incident of one account: its address is on a block list. */
export const blockListReplies: ReplyList = [
  [
    'microsoft',
    60,
    '550 5.7.1 Service unavailable, Client host [{senderIp}] blocked using Spamhaus ZEN. [{outlook}]',
  ],
  ['other', 24, '554 5.7.1 Service unavailable; Client host [{senderIp}] blocked using zen.spamhaus.org'],
  ['proofpoint', 9, '554 5.7.1 Connection refused, {senderIp} is listed at Spamhaus ZEN - {pphost}'],
  [
    'mimecast',
    7,
    '550 5.7.1 IP address [{senderIp}] found on RBL zen.spamhaus.org - https://community.mimecast.com/docs/doc-1369#550 [{token}.{region}]',
  ],
]

/** The incident of another account: its domain's SPF record misses the new sending host. */
export const spfReplies: ReplyList = [
  ['microsoft', 1, '550 5.7.23 Rejected: Sender Policy Framework violation for {senderDomain} [{outlook}]'],
]
