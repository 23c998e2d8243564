import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { fail, ok, type Result } from '@/lib/result'
import type { AllowList } from './allow-list'
import { isPublicAddress } from './public-address'

export interface Address {
  address: string
  family: number
}

/** Looks a host name up; tests give their own. */
export type Resolve = (host: string) => Promise<Address[]>

export const resolveByDns: Resolve = (host) => lookup(host, { all: true, verbatim: true })

/** A URL that may be asked, as far as it tells itself. */
export interface Target {
  url: URL
  host: string
  port: number
}

const PRIVATE = 'This address is inside a private network, where Rebound sends nothing.'

/** Reads a URL that a person gave. Rejects other schemes, user names in it, and plain http where the allow list does not name the host. */
export function readTarget(text: string, allow: AllowList): Result<Target> {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null
  if (!url || !/^https?:$/.test(url.protocol))
    return fail('invalid_input', 'Give an address that begins with https://.')
  if (url.username || url.password)
    return fail('invalid_input', 'Leave user name and password out of the address.')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const named = allow.allowsHost(host, port) || (isIP(host) > 0 && allow.allowsAddress(host, port))
  if (url.protocol === 'http:' && !named)
    return fail('invalid_input', 'Use https://, so that nobody reads along.')
  if (isIP(host) && !isPublicAddress(host) && !named) return fail('invalid_input', PRIVATE)
  return ok({ url, host, port })
}

/**
 * The address to connect to: the name is looked up once, every address it has is checked, and the one given back is the one to use.
 * Rejects a name with any private address, unless the allow list names host or address.
 */
export async function checkTarget(
  { host, port }: Target,
  allow: AllowList,
  resolve: Resolve = resolveByDns,
): Promise<Result<Address>> {
  const family = isIP(host)
  const found = family ? [{ address: host, family }] : await resolve(host)
  const allowed = allow.allowsHost(host, port)
  const bad = found.some(
    ({ address }) => !isPublicAddress(address) && !allowed && !allow.allowsAddress(address, port),
  )
  if (bad) return fail('forbidden', PRIVATE)
  return found[0] ? ok(found[0]) : fail('not_found', 'This host name has no address.')
}
