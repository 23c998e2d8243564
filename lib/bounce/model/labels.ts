import type { CategoryId } from '../categories'
import type { ReplyKind } from '../types'

/** What the model tells apart: the categories, the notices, and wording that names no cause. The order is that of the weights. */
export const LABELS = [
  'invalid_recipient',
  'mailbox_full',
  'spam_block',
  'relay_denied',
  'server_unavailable',
  'invalid_format',
  'message_too_large',
  'authentication',
  'domain_not_found',
  'blacklisted',
  'too_many_recipients',
  'dns_failure',
  'mail_loop',
  'policy_violation',
  'sending_limit',
  'auto_reply',
  'delivered',
  'delayed',
  'challenge_response',
  'echo',
  'complaint',
  'unclassified',
] as const satisfies readonly (CategoryId | Exclude<ReplyKind, 'bounce'> | 'unclassified')[]

export type Label = (typeof LABELS)[number]
