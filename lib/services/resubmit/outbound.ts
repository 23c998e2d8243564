import { env } from '@/lib/env'
import { readAllowList } from '@/lib/outbound/allow-list'
import type { Outbound } from '@/lib/outbound/post'

/** The way out that this process may take: the public internet, and what the operator allows. */
export function ownOutbound(): Outbound {
  return { allow: readAllowList(env().REBOUND_WEBHOOK_ALLOW) }
}
