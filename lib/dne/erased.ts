import { shownAddress } from '@/lib/bounce/idn'

/** What stands where an erased person's address stood has this domain, which no mail can go to (RFC 2606). */
export const ERASED_DOMAIN = 'erased.invalid'

/** Whether a value stands for a person who was erased. */
export function isErased(value: string): boolean {
  return value.endsWith(`@${ERASED_DOMAIN}`)
}

/** The value that stands for an address from its digest under the workspace's key. */
export function standInOf(digest: string): string {
  return `${digest}@${ERASED_DOMAIN}`
}

/** How a value is shown: as people write it; one that stands for an erased person says nothing. */
export function shownValue(value: string): string {
  return isErased(value) ? 'Erased person' : shownAddress(value)
}
