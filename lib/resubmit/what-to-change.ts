import { categoryById } from '@/lib/bounce/categories'

const LISTS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bzen\.spamhaus|spamhaus\.org\/query\/ip/i, 'Spamhaus ZEN'],
  [/spamhaus/i, 'Spamhaus'],
  [/spamcop/i, 'SpamCop'],
  [/barracuda/i, 'Barracuda'],
  [/sorbs/i, 'SORBS'],
  [/invaluement/i, 'Invaluement'],
  [/cloudmark/i, 'Cloudmark'],
  [/senderscore|validity/i, 'Validity'],
  [/talos|ironport|senderbase/i, 'Cisco Talos'],
  [/proofpoint|pphosted/i, 'Proofpoint'],
]

const IP = /\b(?:\d{1,3}\.){3}\d{1,3}\b/

const CHANGES: Record<string, string> = {
  spam_block: 'Calm the wording, drop links and attachments',
  relay_denied: 'See that the account signs in to its own server',
  invalid_format: 'Mend headers and encoding of the message',
  message_too_large: 'Share the attachment as a link',
  authentication: 'Mend the login, SPF, DKIM or DMARC',
  policy_violation: 'Adapt the message to the recipients’ policy',
  mail_loop: 'Correct the forwarding that goes in circles',
}

/** What has to change before contacts of a cause are tried again; a listing names its address and its list out of one of its replies. */
export function whatToChange(category: string, reply: string): string {
  if (category !== 'blacklisted') return CHANGES[category] ?? categoryById(category)?.steps[0]?.title ?? ''
  const list = LISTS.find(([pattern]) => pattern.test(reply))?.[1]
  const address = IP.exec(reply)?.[0]
  if (!address && !list) return 'Get off the block list'
  return `Delist ${address ?? 'your server'}${list ? ` at ${list}` : ''}`
}
