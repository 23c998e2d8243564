import { afterEach, describe, expect, test, vi } from 'vitest'

/** The module with these settings; settings are read once, so each case loads it afresh. */
async function withSettings(settings: Record<string, string>) {
  vi.resetModules()
  for (const name of ['REBOUND_URL', 'REBOUND_TRUST_PROXY', 'HOST']) vi.stubEnv(name, settings[name] ?? '')
  return { ...(await import('./origin')), ...(await import('@/proxy')) }
}

afterEach(() => vi.unstubAllEnvs())

const headersOf = (headers: Record<string, string>) => new Headers(headers)
const PLAIN = {}
const PUBLIC = { REBOUND_URL: 'https://bounces.acme.example' }
const OPEN_HOST = { HOST: '0.0.0.0' }
const PROXIED = { REBOUND_TRUST_PROXY: '1' }

describe('who may change state', () => {
  test.each([
    [PLAIN, { origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
    [PLAIN, { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, true],
    [PLAIN, { origin: 'http://[::1]:3000', host: '[::1]:3000' }, true],
    [PLAIN, { origin: 'http://localhost:3001', host: 'localhost:3000' }, false],
    [PLAIN, { origin: 'http://rebind.example:3000', host: 'rebind.example:3000' }, false],
    [PLAIN, { host: 'localhost:3000' }, false],
    [PLAIN, { origin: 'null', host: 'localhost:3000' }, false],
    [
      PLAIN,
      { origin: 'http://evil.example', host: 'localhost:3000', 'x-forwarded-host': 'evil.example' },
      false,
    ],
    [OPEN_HOST, { origin: 'http://desk.lan:3000', host: 'desk.lan:3000' }, true],
    [OPEN_HOST, { origin: 'http://evil.example', host: 'desk.lan:3000' }, false],
    [PUBLIC, { origin: 'https://bounces.acme.example', host: '127.0.0.1:3000' }, true],
    [PUBLIC, { origin: 'http://bounces.acme.example', host: 'bounces.acme.example' }, false],
    [PUBLIC, { origin: 'http://localhost:3000', host: 'localhost:3000' }, false],
    [PROXIED, { origin: 'https://b.example', host: 'inner:3000', 'x-forwarded-host': 'b.example' }, true],
    [PROXIED, { origin: 'https://e.example', host: 'i', 'x-forwarded-host': 'e.example, b.example' }, false],
  ])('%j %j: %s', async (settings, headers, own) => {
    const { isOwnOrigin, requireOwnOrigin } = await withSettings(settings)
    expect(isOwnOrigin(headersOf(headers))).toBe(own)
    expect(requireOwnOrigin(headersOf(headers)).ok).toBe(own)
  })
})

test.each([
  [PLAIN, {}, false],
  [PLAIN, { 'x-forwarded-proto': 'https' }, false],
  [PUBLIC, {}, true],
  [PROXIED, { 'x-forwarded-proto': 'https' }, true],
  [PROXIED, { 'x-forwarded-proto': 'https, http' }, false],
])('%j %j is https: %s; then cookies are secure and HSTS is sent', async (settings, headers, https) => {
  const { isHttps, proxy } = await withSettings(settings)
  expect(isHttps(headersOf(headers))).toBe(https)
  const { NextRequest } = await import('next/server')
  const response = proxy(new NextRequest('http://127.0.0.1:3000/w/acme', { headers }))
  expect(response.headers.has('strict-transport-security')).toBe(https)
  expect(response.headers.get('set-cookie')?.includes('Secure')).toBe(https)
  const { sessionCookie } = await import('./cookie')
  const cookie = sessionCookie(https)
  expect(cookie.options).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: https })
  expect(cookie.name.startsWith('__Secure-')).toBe(https)
})

test('the caller is who the last hop saw', async () => {
  const { callerAddress } = await withSettings(PROXIED)
  const from = (list: string) => callerAddress(headersOf({ 'x-forwarded-for': list }))
  expect(from('198.51.100.1, 203.0.113.9')).toBe('203.0.113.9')
  expect(from('::ffff:203.0.113.9')).toBe('203.0.113.9')
  expect(from('2001:DB8:0:7::1')).toBe(from('2001:db8::7:ffff:1:2:3'))
  expect(from('2001:db8:0:7::1')).not.toBe(from('2001:db8:0:8::1'))
  expect(from('::1')).toBe('0:0:0:0::/64')
  expect(callerAddress(headersOf({}))).toBe('unknown')
})

test('every request gets a nonce of its own, for scripts only', async () => {
  const { proxy } = await withSettings(PLAIN)
  const { NextRequest } = await import('next/server')
  const policyOf = () =>
    proxy(new NextRequest('http://127.0.0.1:3000/sign-in')).headers.get('content-security-policy') ?? ''
  const [one, two] = [policyOf(), policyOf()]
  expect(one).not.toBe(two)
  expect(one).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{40,}' 'strict-dynamic'/)
  expect(one).not.toMatch(/script-src[^;]*unsafe-inline/)
  expect(one).toContain("object-src 'none'")
})
