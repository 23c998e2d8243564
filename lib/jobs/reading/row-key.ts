import { hash } from 'node:crypto'
import type { OptOut } from '@/lib/ingest/types'

/** 128 bits of SHA-256 as a uuid. */
export function digest(text: string): string {
  const hex = hash('sha256', text, 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** What makes a row the same row in another file: who, from where and the raw reply; never its category or its import. */
export function rowKey(recipient: string, account: string, diagnostic: string): string {
  return digest(`row\0${recipient}\0${account}\0${diagnostic}`)
}

/** The same for somebody who wants no more mail. */
export function optOutKey({
  reason,
  address,
  sendingAccount,
  occurredAt,
  feedbackType,
  eventId,
}: OptOut): string {
  const told = eventId ?? `${occurredAt ?? ''}\0${sendingAccount ?? ''}\0${feedbackType}`
  return digest(`opt-out\0${reason}\0${address}\0${told}`)
}

const OWN_KEY = /^rebound:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The provider's own event id says it better than the text; one event may concern several recipients. Our own exports name the key itself. */
export function eventKey(eventId: string, recipient: string): string {
  const own = OWN_KEY.exec(eventId)
  if (own) return own[1]!
  return digest(`event\0${eventId}\0${recipient}`)
}
