import type { ReplyList } from './reply'

/** The recipient's server, or the way to it, does not work. */
export const serverReplies = {
  server_unavailable: [
    ['google', 1, '421-4.3.0 Temporary system problem, try again later. {gid} - gsmtp'],
    ['google', 1, '451-4.4.2 Timeout, the connection was closed. {gid} - gsmtp'],
    ['microsoft', 3, '451 4.7.0 Temporary server error. Please try again later. PRX{n} [{outlook}]'],
    ['microsoft', 2, '451 4.3.2 STOREDRV.Deliver; the server is busy, please try again later [{outlook}]'],
    ['yahoo', 1, '451 4.3.2 Internal error reading data, try later - mta{n}.mail.{yahoo}.yahoo.com'],
    ['proofpoint', 2, '451 4.3.0 Temporary failure, the message was not queued - {pphost}'],
    ['proofpoint', 1, '421 4.4.1 Connection to the internal server timed out - {pphost}'],
    [
      'mimecast',
      2,
      '451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/doc-1369#451 [{token}.{region}]',
    ],
    ['barracuda', 1, '451 4.4.0 temporary failure, next hop does not answer ({barracuda})'],
    ['zoho', 1, '451 4.7.1 Greylisted, try again after some time mx.zoho.com'],
    ['cisco', 1, '421 #4.3.2 Service temporarily unavailable, try again later ({cisco})'],
    ['godaddy', 1, '421 4.3.2 {secureserver} Service not available, try again later'],
    ['unitedinternet', 1, '421 4.3.2 Service not available, closing transmission channel ({ionos})'],
    ['other', 6, '451 4.4.0 Temporary server error; please try again later'],
    ['other', 3, 'connect to {host}[{ip}]:25: Connection timed out'],
    ['other', 2, 'connect to {host}[{ip}]:25: Connection refused'],
    ['other', 2, '450 4.2.0 <{address}>: Recipient address rejected: Greylisted, see {host}'],
    ['other', 1, '421 {host} Service closing for maintenance'],
    ['other', 1, '554 5.4.7 Message expired after {n2} hours, the server of {domain} did not answer'],
  ],
  dns_failure: [
    ['google', 2, '550-5.4.4 DNS failure: the MX of {domain} gave SERVFAIL. {gid} - gsmtp'],
    ['microsoft', 2, '450 4.4.312 DNS query failed for {domain}, DNS server failure [{outlook}]'],
    ['proofpoint', 1, '451 4.4.3 Temporary DNS failure while looking up {domain} - {pphost}'],
    ['other', 3, '550 5.4.4 Unable to resolve domain'],
    [
      'other',
      2,
      'Host or domain name not found. Name service error for name={domain} type=MX: Host not found, try again',
    ],
    ['other', 1, '451 4.4.3 DNS lookup of {domain} timed out'],
  ],
  mail_loop: [
    ['google', 1, '554-5.4.6 Message exceeded {hops} hops, this may indicate a mail loop. {gid} - gsmtp'],
    ['microsoft', 2, '554 5.4.14 Hop count exceeded - possible mail loop ATTR{n} [{outlook}]'],
    ['other', 2, '554 5.4.6 Too many hops {hops} (25 max): mail for {domain} loops back to {host}'],
    ['other', 1, '500 5.4.6 Routing loop detected'],
  ],
} as const satisfies Record<string, ReplyList>

/** Replies that tell nothing; they wait for a person. */
export const unclassifiedReplies: ReplyList = [
  ['other', 6, '554 Transaction failed ({queue})'],
  ['other', 2, '554 Delivery refused, incident {queue}'],
  ['other', 2, '554 Rejected, contact the postmaster and quote {queue}'],
  ['microsoft', 1, '554 5.0.0 One or more errors occurred [{outlook}]'],
  ['other', 1, 'Fehler {n}: Annahme nicht möglich, Vorgang {queue}'],
]
