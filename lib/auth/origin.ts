import { env } from '@/lib/env'
import { fail, type Result } from '@/lib/result'

type HeaderReader = Pick<Headers, 'get'>

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether people reach us by https: REBOUND_URL says so, or a proxy we were told to trust. */
export function isHttps(headers: HeaderReader): boolean {
  const { REBOUND_URL, REBOUND_TRUST_PROXY } = env()
  if (REBOUND_URL) return REBOUND_URL.startsWith('https:')
  return REBOUND_TRUST_PROXY && last(headers.get('x-forwarded-proto')) === 'https'
}

/** Whether a request that changes state comes from our own pages; a request without Origin does not. */
export function isOwnOrigin(headers: HeaderReader): boolean {
  const origin = headers.get('origin')
  const { REBOUND_URL, REBOUND_TRUST_PROXY, HOST } = env()
  if (!origin || !URL.canParse(origin)) return false
  if (REBOUND_URL) return origin === REBOUND_URL
  const host = REBOUND_TRUST_PROXY ? last(headers.get('x-forwarded-host')) : null
  const from = new URL(origin)
  if (from.host !== (host ?? headers.get('host'))) return false
  // A page of another name that resolves to this machine is not ours (DNS rebinding).
  return host !== null || !isLoopback(HOST) || isLoopback(from.hostname)
}

/** Refuses what does not come from our own pages, and says what to do where it does. */
export function requireOwnOrigin(headers: HeaderReader): Result<null> {
  if (isOwnOrigin(headers)) return { ok: true, value: null }
  const { REBOUND_URL } = env()
  const hint = REBOUND_URL
    ? `Open Rebound at ${REBOUND_URL} instead.`
    : 'If it did, REBOUND_URL has to be the address you opened.'
  return fail('forbidden', `This request did not come from a page of Rebound. ${hint}`)
}

/**
 * The caller's address, for limits. The server's entry removes forwarding headers that came from outside unless a
 * proxy is trusted, and Next then fills them from the socket; a trusted proxy appends the address it saw.
 */
export function callerAddress(headers: HeaderReader): string {
  return networkOf(last(headers.get('x-forwarded-for')) ?? 'unknown')
}

/** One person has a whole /64 of IPv6 addresses; IPv4 inside IPv6 is IPv4. */
function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (mapped || !address.includes(':')) return mapped ?? address
  const [before = '', after = ''] = address.split('%')[0]!.split('::')
  const groups = (part: string) => part.split(':').filter(Boolean)
  const [head, tail] = [groups(before), groups(after)]
  const gap = address.includes('::') ? Math.max(0, 8 - head.length - tail.length) : 0
  const all = [...head, ...Array.from({ length: gap }, () => '0'), ...tail]
  return `${all
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host === '::1'
}

function last(list: string | null): string | null {
  return list?.split(',').at(-1)?.trim() || null
}
