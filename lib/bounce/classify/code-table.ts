import type { CategoryId } from '../categories'

/** What a code alone suggests: the likeliest cause first, then others that servers use it for. */
export interface Reading {
  categories: readonly CategoryId[]
  confidence: number
}

const reading = (confidence: number, ...categories: CategoryId[]): Reading => ({ categories, confidence })

/** By subject and detail of the enhanced code (RFC 3463 and the IANA registry), whatever its class. */
const BY_DETAIL: Record<string, Reading> = {
  '1.0': reading(0.7, 'invalid_recipient'),
  '1.1': reading(0.8, 'invalid_recipient'),
  '1.2': reading(0.75, 'domain_not_found', 'dns_failure', 'invalid_recipient'),
  '1.3': reading(0.75, 'invalid_recipient'),
  '1.4': reading(0.65, 'invalid_recipient'),
  '1.6': reading(0.75, 'invalid_recipient'),
  '1.7': reading(0.65, 'policy_violation', 'invalid_format', 'authentication'),
  '1.8': reading(0.65, 'policy_violation', 'authentication', 'dns_failure'),
  '1.9': reading(0.6, 'invalid_format'),
  '1.10': reading(0.75, 'invalid_recipient', 'domain_not_found'),
  '1.351': reading(0.75, 'invalid_recipient'),
  '2.0': reading(0.55, 'server_unavailable', 'invalid_recipient', 'spam_block'),
  '2.1': reading(0.75, 'invalid_recipient', 'too_many_recipients'),
  '2.2': reading(0.8, 'mailbox_full', 'sending_limit'),
  '2.3': reading(0.75, 'message_too_large'),
  '2.121': reading(0.75, 'too_many_recipients'),
  '2.122': reading(0.75, 'too_many_recipients'),
  '2.4': reading(0.6, 'server_unavailable', 'policy_violation'),
  '3.0': reading(0.6, 'server_unavailable'),
  '3.1': reading(0.65, 'server_unavailable', 'mailbox_full'),
  '3.2': reading(0.7, 'server_unavailable', 'too_many_recipients'),
  '3.3': reading(0.6, 'server_unavailable', 'invalid_format'),
  '3.4': reading(0.8, 'message_too_large'),
  '3.5': reading(0.6, 'server_unavailable', 'mail_loop'),
  '4.0': reading(0.65, 'server_unavailable', 'dns_failure'),
  '4.1': reading(0.7, 'server_unavailable', 'invalid_recipient'),
  '4.2': reading(0.75, 'server_unavailable'),
  '4.3': reading(0.75, 'dns_failure'),
  '4.4': reading(0.7, 'dns_failure', 'domain_not_found'),
  '4.5': reading(0.65, 'server_unavailable', 'too_many_recipients', 'sending_limit'),
  '4.6': reading(0.8, 'mail_loop'),
  '4.7': reading(0.75, 'server_unavailable'),
  '4.14': reading(0.8, 'mail_loop'),
  '4.310': reading(0.75, 'domain_not_found'),
  '4.312': reading(0.7, 'dns_failure'),
  '4.318': reading(0.75, 'server_unavailable'),
  '4.316': reading(0.75, 'server_unavailable'),
  '5.0': reading(0.6, 'server_unavailable', 'invalid_format'),
  '5.1': reading(0.6, 'server_unavailable', 'authentication'),
  '5.2': reading(0.6, 'invalid_format', 'server_unavailable'),
  '5.3': reading(0.75, 'too_many_recipients'),
  '5.4': reading(0.65, 'invalid_format', 'server_unavailable'),
  '5.6': reading(0.65, 'authentication'),
  '6.0': reading(0.7, 'invalid_format', 'spam_block'),
  '6.1': reading(0.7, 'invalid_format'),
  '6.2': reading(0.7, 'invalid_format'),
  '6.3': reading(0.7, 'invalid_format'),
  '6.4': reading(0.6, 'invalid_format'),
  '6.5': reading(0.7, 'invalid_format'),
  '6.6': reading(0.7, 'invalid_format'),
  '6.7': reading(0.75, 'invalid_format'),
  '6.8': reading(0.7, 'invalid_format'),
  '6.9': reading(0.7, 'invalid_format'),
  '7.0': reading(
    0.6,
    'policy_violation',
    'spam_block',
    'blacklisted',
    'too_many_recipients',
    'authentication',
  ),
  '7.1': reading(
    0.6,
    'policy_violation',
    'spam_block',
    'blacklisted',
    'relay_denied',
    'authentication',
    'sending_limit',
  ),
  '7.2': reading(0.65, 'policy_violation'),
  '7.3': reading(0.65, 'policy_violation'),
  '7.4': reading(0.65, 'authentication', 'policy_violation'),
  '7.5': reading(0.65, 'authentication'),
  '7.6': reading(0.65, 'authentication'),
  '7.7': reading(0.65, 'spam_block', 'authentication'),
  '7.8': reading(0.8, 'authentication'),
  '7.9': reading(0.8, 'authentication'),
  '7.10': reading(0.7, 'authentication'),
  '7.11': reading(0.75, 'authentication'),
  '7.12': reading(0.75, 'authentication'),
  '7.13': reading(0.7, 'authentication', 'invalid_recipient'),
  '7.14': reading(0.75, 'authentication'),
  '7.15': reading(0.6, 'policy_violation'),
  '7.16': reading(0.65, 'message_too_large', 'policy_violation'),
  '7.17': reading(0.7, 'invalid_recipient'),
  '7.20': reading(0.8, 'authentication'),
  '7.21': reading(0.8, 'authentication'),
  '7.22': reading(0.8, 'authentication'),
  '7.23': reading(0.8, 'authentication'),
  '7.24': reading(0.8, 'authentication'),
  '7.25': reading(0.8, 'blacklisted'),
  '7.26': reading(0.8, 'authentication'),
  '7.27': reading(0.7, 'policy_violation', 'authentication', 'dns_failure'),
  '7.28': reading(0.75, 'too_many_recipients', 'sending_limit'),
  '7.29': reading(0.7, 'authentication'),
  '7.30': reading(0.7, 'authentication'),
  '7.32': reading(0.7, 'authentication'),
  '7.40': reading(0.7, 'authentication'),
  '7.54': reading(0.75, 'relay_denied'),
  '7.57': reading(0.8, 'authentication'),
  '7.60': reading(0.75, 'authentication'),
  '7.64': reading(0.75, 'relay_denied'),
  '7.133': reading(0.75, 'policy_violation', 'authentication'),
  '7.134': reading(0.75, 'policy_violation', 'authentication'),
  '7.139': reading(0.75, 'authentication'),
  '7.232': reading(0.75, 'sending_limit'),
  '7.233': reading(0.75, 'sending_limit'),
  '7.509': reading(0.8, 'authentication'),
  '7.512': reading(0.75, 'invalid_format'),
  '7.515': reading(0.8, 'authentication'),
  '7.708': reading(0.75, 'blacklisted', 'sending_limit'),
}

/** Microsoft's numbers that stand for a whole range: 5.7.6xx and 5.7.5xx (learn.microsoft.com, NDR error codes). */
function ofMicrosoft(detail: string): Reading | undefined {
  const number = /^7\.(\d{3})$/.exec(detail)?.[1]
  if (number === undefined) return undefined
  if (number >= '606' && number <= '649') return reading(0.8, 'blacklisted')
  if (number === '511' || number === '703' || number === '705' || number === '750')
    return reading(0.7, 'blacklisted', 'sending_limit')
  if (number >= '500' && number <= '599')
    return reading(0.65, 'policy_violation', 'blacklisted', 'sending_limit')
  if (number >= '120' && number <= '136') return reading(0.65, 'policy_violation')
  return undefined
}

const BY_REPLY: Record<string, Reading> = {
  '421': reading(0.65, 'server_unavailable', 'too_many_recipients'),
  '432': reading(0.6, 'server_unavailable'),
  '441': reading(0.65, 'server_unavailable'),
  '442': reading(0.65, 'server_unavailable'),
  '446': reading(0.7, 'mail_loop'),
  '447': reading(0.65, 'server_unavailable'),
  '449': reading(0.6, 'server_unavailable'),
  '450': reading(0.6, 'server_unavailable'),
  '451': reading(0.6, 'server_unavailable'),
  '452': reading(0.65, 'mailbox_full', 'too_many_recipients', 'server_unavailable'),
  '454': reading(0.6, 'server_unavailable', 'authentication'),
  '500': reading(0.6, 'invalid_format'),
  '502': reading(0.55, 'invalid_format'),
  '503': reading(0.55, 'invalid_format', 'authentication'),
  '504': reading(0.55, 'invalid_format', 'invalid_recipient'),
  '512': reading(0.65, 'domain_not_found'),
  '521': reading(0.65, 'domain_not_found', 'policy_violation'),
  '523': reading(0.65, 'message_too_large'),
  '530': reading(0.75, 'authentication'),
  '534': reading(0.75, 'authentication'),
  '535': reading(0.8, 'authentication'),
  '538': reading(0.75, 'authentication'),
  '551': reading(0.65, 'invalid_recipient', 'relay_denied'),
  '552': reading(0.65, 'mailbox_full', 'message_too_large'),
  '556': reading(0.75, 'domain_not_found'),
}

/** What was read of codes before. */
const enhancedRead = new Map<string, Reading | null>()
const ENHANCED_KEPT = 512

/** What an enhanced code such as `5.1.1` suggests by itself, or undefined. The class digit plays no part. */
export function readEnhanced(code: string): Reading | undefined {
  const before = enhancedRead.get(code)
  if (before !== undefined) return before === null ? undefined : before
  const detail = code.slice(2)
  const read = BY_DETAIL[detail] ?? ofMicrosoft(detail)
  if (enhancedRead.size < ENHANCED_KEPT) enhancedRead.set(code, read ?? null)
  return read
}

/** What a reply code such as `550` suggests by itself, or undefined. */
export function readReply(code: string): Reading | undefined {
  return BY_REPLY[code]
}
