import { canonicalDomain as domainForm, parseAddress } from '@/lib/bounce/address'
import type { Scope } from './entry'

export interface CanonicalOptions {
  /** True where `anna+news@acme.io` is the same person as `anna@acme.io`. */
  plusTags?: boolean
}

export type CanonicalAddress = { ok: true; value: string; domain: string } | { ok: false; why: string }
export type CanonicalEntry =
  { ok: true; value: string; domain: string; scope: Scope } | { ok: false; why: string }

const NOT_A_DOMAIN = 'This is neither an address nor a domain.'

/** The one form under which an address is listed, looked up and handed over; `why` is a sentence where there is none. */
export function canonicalAddress(text: string, options: CanonicalOptions = {}): CanonicalAddress {
  const parsed = parseAddress(text)
  if (!parsed.ok) return parsed
  const { address, domain } = parsed
  return { ok: true, value: options.plusTags ? withoutTag(address) : address, domain }
}

/** `anna+news@acme.io` → `anna@acme.io`; takes the canonical form. A quoted local part keeps its plus. */
export function withoutTag(address: string): string {
  const at = address.lastIndexOf('@')
  const plus = address.indexOf('+')
  return plus > 0 && plus < at && !address.startsWith('"')
    ? address.slice(0, plus) + address.slice(at)
    : address
}

/** The canonical form of a domain that can be listed, bare (`acme.io`); null for anything else. */
export function canonicalDomain(text: string): string | null {
  const domain = domainForm(
    text
      .normalize('NFC')
      .trim()
      .replace(/^https?:\/\//i, '')
      .replace(/\/.*$/, ''),
  )
  return domain?.includes('.') ? domain : null
}

/** Reads what somebody wants listed: an address, `acme.io` or `@acme.io` (the domain), `*.acme.io` (its subdomains too). */
export function canonicalEntry(text: string, options: CanonicalOptions = {}): CanonicalEntry {
  const trimmed = text.trim()
  const domainOnly = /^(\*\.|\*@\*\.|\*@|[@＠]|\.)(?=[^@＠]+$)/.exec(trimmed)
  const rest = domainOnly ? trimmed.slice(domainOnly[0].length) : trimmed
  if (domainOnly || !/[@＠]/.test(trimmed)) {
    const domain = canonicalDomain(rest)
    if (!domain) return { ok: false, why: NOT_A_DOMAIN }
    return {
      ok: true,
      value: domain,
      domain,
      scope: domainOnly && /^(\*\.|\*@\*\.|\.)/.test(trimmed) ? 'subdomains' : 'domain',
    }
  }
  const address = canonicalAddress(trimmed, options)
  return address.ok ? { ...address, scope: 'address' } : address
}

/** The values whose listing forbids mail to a canonical address: itself, its domain, and the domains above (if they include subdomains). */
export function valuesAbove(address: string, options: CanonicalOptions = {}): string[] {
  const values = [address]
  if (options.plusTags && withoutTag(address) !== address) values.push(withoutTag(address))
  let domain = address.slice(address.lastIndexOf('@') + 1)
  if (domain.startsWith('[')) return values
  for (;;) {
    values.push(domain)
    const point = domain.indexOf('.')
    if (point < 0 || !domain.includes('.', point + 1)) return values
    domain = domain.slice(point + 1)
  }
}
