import type { Family } from '@/lib/bounce/types'

/** One sending account of the sample: how much bounces in 30 ordinary days, by family, and the campaigns it runs. */
export interface SampleAccount {
  address: string
  /** Ordinary bounces of 30 days; incidents come on top. */
  mix: Record<Family, number>
  campaigns: readonly string[]
}

const account = (address: string, mix: readonly number[], ...campaigns: string[]): SampleAccount => {
  const [recipient = 0, sender = 0, content = 0, limits = 0, server = 0, unclassified = 0] = mix
  return { address, mix: { recipient, sender, content, limits, server, unclassified }, campaigns }
}

/** Twelve accounts on three domains. */
export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
  account('anna@acme.io', [244, 14, 60, 19, 72, 11], 'DACH manufacturing Q4', 'Trade fair follow-up'),
  account('sales@acme.io', [327, 20, 219, 20, 69, 11], 'Year-end offer', 'Webinar invitation', 'Free audit'),
  account('jonas@acme.io', [251, 24, 62, 21, 66, 11], 'Logistics DACH', 'Trade fair follow-up'),
  account('omar@tryacme.io', [606, 26, 71, 59, 74, 12], 'Old list revival', 'Iberia retail'),
  account('sofia@getacme.io', [255, 16, 121, 23, 76, 11], 'Nordics industry Q4', 'Partner programme'),
  account('marcus@acme.io', [288, 20, 75, 110, 108, 13], 'UK finance', 'Series B founders', 'Benelux HR'),
  account('tom@acme.io', [172, 21, 57, 17, 74, 8], 'Public sector', 'UK finance'),
  account('priya@acme.io', [253, 17, 59, 57, 86, 12], 'SaaS founders', 'Benelux HR'),
  account('david@getacme.io', [181, 12, 58, 102, 70, 9], 'Construction East', 'Partner programme'),
  account('leah@acme.io', [172, 14, 62, 18, 83, 8], 'France hospitality', 'Trade fair follow-up'),
  account('mei@getacme.io', [167, 42, 39, 13, 44, 6], 'APAC suppliers'),
  account('ines@tryacme.io', [96, 7, 35, 9, 40, 6], 'Iberia retail'),
]

/** Shares of the categories inside their family. */
export const CATEGORY_SHARES: Record<Family, Readonly<Record<string, number>>> = {
  recipient: { invalid_recipient: 2214, mailbox_full: 486, domain_not_found: 312 },
  sender: { authentication: 142, relay_denied: 74, blacklisted: 25 },
  content: { spam_block: 611, policy_violation: 248, message_too_large: 38, invalid_format: 21 },
  limits: { sending_limit: 281, too_many_recipients: 187 },
  server: { server_unavailable: 702, dns_failure: 141, mail_loop: 19 },
  unclassified: { unclassified: 1 },
}

/** Shares of the servers that host the recipients. */
export const PROVIDER_SHARES: Readonly<Record<string, number>> = {
  google: 2020,
  microsoft: 1640,
  proofpoint: 507,
  mimecast: 390,
  yahoo: 189,
  barracuda: 161,
  zoho: 119,
  cisco: 108,
  godaddy: 94,
  unitedinternet: 78,
  other: 600,
}

/** The address each of our domains sends from; documentation ranges only. */
export const SENDER_IPS: Readonly<Record<string, string>> = {
  'acme.io': '203.0.113.24',
  'getacme.io': '198.51.100.7',
  'tryacme.io': '192.0.2.61',
}
