import { describe, expect, it } from 'vitest'
import { BLOCK_LISTS } from './block-lists'
import { PROVIDER_LISTS } from './provider-lists'
import { replyFacts } from './index'

const ALL = [...BLOCK_LISTS, ...PROVIDER_LISTS]
const listed = (diagnostic: string, category = 'blacklisted') =>
  replyFacts({ diagnostic, category }).lists.map((list) => list.id)

/** A reply that names each list, as its users write it. */
const NAMED: Record<string, string> = {
  'spamhaus-pbl': '554 5.7.1 Client host [192.0.2.9] blocked using pbl.spamhaus.org',
  'spamhaus-css': '550 5.7.1 listed, see https://www.spamhaus.org/css/query/192.0.2.9',
  'spamhaus-xbl': '554 Blocked, see https://www.abuseat.org/lookup.cgi?ip=192.0.2.9',
  'spamhaus-sbl': '550 blocked by Spamhaus (SBL) http://www.spamhaus.org/sbl/query/SBL123456',
  'spamhaus-dbl': '554 5.7.1 Sender domain blocked using dbl.spamhaus.org',
  'spamhaus-zen': '554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using zen.spamhaus.org',
  spamcop: '554 Client host blocked using bl.spamcop.net; see https://www.spamcop.net/bl.shtml?192.0.2.9',
  barracuda: '550 blocked, http://www.barracudanetworks.com/reputation/?pr=1&ip=192.0.2.9',
  sorbs: '554 5.7.1 blocked using dnsbl.sorbs.net; Currently Sending Spam',
  'uceprotect-2-3': '550 your network is listed at dnsbl-3.uceprotect.net',
  uceprotect: '550 Your IP is listed at dnsbl-1.uceprotect.net',
  invaluement: '550 blocked by ivmSIP, see invaluement.com',
  surbl: '550 5.7.1 link listed at multi.surbl.org',
  uribl: '554 5.7.1 URL listed by black.uribl.com',
  cloudmark: '550 5.7.1 [CSI] refused, see csi.cloudmark.com/reset-request/?ip=192.0.2.9',
  'sender-score': '554 refused, see www.senderscore.org/blacklistlookup for 192.0.2.9',
  abusix: '554 blocked by Abusix, see https://lookup.abusix.com/search?q=192.0.2.9',
  mailspike: '550 192.0.2.9 is listed in bl.mailspike.net',
  psbl: '554 Listed in PSBL, see http://psbl.org/listing?ip=192.0.2.9',
  'trend-micro': '550 5.7.1 Service unavailable; Client host blocked using Trend Micro RBL+',
  proofpoint: '550 5.7.0 Local Policy Violation, blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.9',
  talos: "554 Your access has been rejected due to the sending MTA's poor reputation",
  symantec: '550 blocked, see http://ipremoval.sms.symantec.com/lookup/?ip=192.0.2.9',
  spfbl: '550 5.7.1 SPFBL blocked, see https://spfbl.net/en/delist/',
  dronebl: '554 Listed in dnsbl.dronebl.org',
  'blocklist-de': '554 rejected, listed at bl.blocklist.de',
  spamrats: '550 SPAMRATS IP Addresses See: http://www.spamrats.com/bl?192.0.2.9',
  'nix-spam': '554 blocked using ix.dnsbl.manitu.net',
  backscatterer: '554 listed at ips.backscatterer.org',
  hostkarma: '550 refused by hostkarma.junkemailfilter.com',
  'microsoft-365': '550 5.7.606 Access denied, banned sending IP [192.0.2.9]; see https://sender.office.com/',
  'outlook-com':
    "550 5.7.1 Unfortunately, messages from [192.0.2.9] weren't sent. Part of their network is on our block list (S3140)",
  gmail: '421-4.7.0 [192.0.2.9] Our system has detected an unusual rate of unsolicited mail 4si123 - gsmtp',
  yahoo: '421 4.7.0 [TSS04] Messages from 192.0.2.9 temporarily deferred due to unexpected volume',
  icloud: '554 5.7.1 [CS01] Message rejected due to local policy. https://support.apple.com/en-us/HT204137',
  comcast: '554 resimta-po-01.sys.comcast.net 192.0.2.9 Comcast block for spam. BL000001',
  'united-internet': '554 refused, see https://postmaster.gmx.net/en/error-messages?ip=192.0.2.9',
  't-online': '554 IP=192.0.2.9 - None/bad reputation. Ask your postmaster to write to tobr@rx.t-online.de',
  godaddy: '554 IB103. Connection refused. 192.0.2.9 see https://unblock.secureserver.net/?ip=192.0.2.9',
  'mail-ru': '550 spam message rejected, see http://help.mail.ru/notspam-support/id?c=abc',
}

describe('block lists', () => {
  it('are many, each with a page of its own or the reason why there is none', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(35)
    expect(new Set(ALL.map((list) => list.id)).size).toBe(ALL.length)
    for (const { id, url, note } of ALL) {
      expect(note.length, id).toBeGreaterThan(20)
      if (url === null) expect(note, id).toContain('closed')
      else expect(new URL(url).protocol, id).toBe('https:')
    }
  })

  it.each(ALL.map((list) => list.id))('%s is named by a reply of its users, alone', (id) => {
    expect(listed(NAMED[id]!)).toEqual([id])
  })

  it('are not named where the recipient is the cause', () => {
    expect(listed('550 5.1.1 <cbl@psbl.example> User unknown', 'invalid_recipient')).toEqual([])
    expect(listed('550 5.1.1 User unknown')).toEqual([])
  })

  it('are all named where a reply names several', () => {
    expect(listed('554 refused: pbl.spamhaus.org, bl.spamcop.net').toSorted()).toEqual([
      'spamcop',
      'spamhaus-pbl',
    ])
  })
})

const retry = (diagnostic: string) => replyFacts({ diagnostic, category: 'server_unavailable' }).retryAfter

it.each([
  ['451 4.7.1 Greylisting in action, please come back in 00:04:59', 299],
  ['450 4.2.0 Greylisted, see http://postgrey.example/help/x.html, try again in 5 minutes', 300],
  ['450 4.7.1 Greylisted for 300 seconds', 300],
  ['421 Too many connections, retry after 2 hours', 7200],
  ['450 try again in 60s', 60],
  ['452 You are blocked for 1 day', 86_400],
  ['421 4.7.0 Retry-After: 120', 120],
  ['450 Bitte versuchen Sie es in 10 Minuten erneut', null],
  ['450 Bitte erneut versuchen in 10 Minuten', 600],
  ['451 Veuillez réessayer dans 15 minutes', 900],
  ['450 повторите попытку через 5 минут', 300],
  ['451 please try again later', null],
  ['550 5.1.1 User unknown', null],
  ['450 try again in 4000 days', null],
])('%s → retry after %s s', (said, seconds) => {
  expect(retry(said)).toBe(seconds)
})

const limit = (diagnostic: string, category = 'message_too_large') =>
  replyFacts({ diagnostic, category }).sizeLimit

it.each([
  ['552 5.3.4 Message size exceeds fixed maximum message size 10485760', 10_485_760],
  ['552 5.3.4 Message too big, size limit of 25MB', 25_000_000],
  ['552 Message size (34567890) exceeds maximum of 20,971,520 bytes', 20_971_520],
  ['554 5.2.3 message exceeds the 10 MB limit', 10_000_000],
  ['552 max. 15360 kB allowed', 15_360_000],
  ['552 5.3.4 Message size exceeds fixed limit', null],
  ['552 5.2.2 over quota', null],
])('%s → %s bytes', (said, bytes) => {
  expect(limit(said)).toBe(bytes)
})

it('tells a size limit for large messages only, who spoke, and whose side must act', () => {
  expect(limit('552 mailbox over its limit of 25 MB', 'mailbox_full')).toBeNull()
  const facts = replyFacts({ diagnostic: '550 5.1.1 does not exist gsmtp', category: 'invalid_recipient' })
  expect(facts).toMatchObject({ provider: 'Google', acts: 'you' })
  expect(replyFacts({ diagnostic: '550 no', category: 'unclassified' })).toMatchObject({
    provider: null,
    acts: null,
  })
})

it('stays bounded on long and hostile text', () => {
  const started = performance.now()
  for (const piece of ['blocked ', 'gsmtp ', 'try again in ', 'limit 1', '9', 'size size '])
    replyFacts({ diagnostic: piece.repeat(200_000), category: 'unclassified' })
  expect(performance.now() - started).toBeLessThan(2_000)
})
