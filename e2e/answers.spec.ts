import { expect, inWorkspace, test } from './fixtures'
import { startOwnServer } from './own-server'
import { openServerDatabase } from './server-database'

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
}

test('every answer carries what browsers are to keep to, and tells nothing of the server', async ({
  page,
}) => {
  const paths = ['/sign-in', inWorkspace(), inWorkspace('nowhere'), '/nowhere', '/api/health', '/icon.svg']
  for (const path of paths) {
    const response = await page.request.get(path, { maxRedirects: 0 })
    const headers = response.headers()
    expect(headers, path).toMatchObject(EVERYWHERE)
    expect(headers, path).not.toHaveProperty('x-powered-by')
    expect(headers, path).not.toHaveProperty('server')
    expect(headers, path).not.toHaveProperty('strict-transport-security')
  }
})

test('a page runs scripts with its own nonce only, another one each time', async ({ page }) => {
  const nonces = new Set<string>()
  for (let n = 0; n < 3; n++) {
    const policy = (await page.request.get(inWorkspace())).headers()['content-security-policy'] ?? ''
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'")
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
  }
  expect(nonces.size).toBe(3)
  const api = await page.request.get('/api/health')
  expect(api.headers()['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
})

test('an address with a NUL is refused, and nothing fails on it', async ({ page }) => {
  const paths = [
    `${inWorkspace()}/bounces?q=a%00`,
    `${inWorkspace()}/dne?account=%00`,
    '/w/a%00',
    '/api/health?x=%00',
  ]
  for (const path of paths) expect((await page.request.get(path)).status(), path).toBe(400)
})

test('nothing fetches images for others', async ({ page }) => {
  for (const url of ['/icon.svg', 'http://127.0.0.1:1/x.png']) {
    const response = await page.request.get(`/_next/image?url=${encodeURIComponent(url)}&w=64&q=75`)
    expect(response.status()).toBe(404)
  }
})

test('over https every answer asks for it from now on, and every cookie is for it alone', async () => {
  const { url, secret, close } = await openServerDatabase()
  await close()
  const origin = 'https://rebound.example'
  const server = await startOwnServer({ DATABASE_URL: url, REBOUND_SECRET: secret, REBOUND_URL: origin })
  try {
    for (const path of ['/sign-in', '/api/health', '/icon.svg', '/_next/static/nothing.js']) {
      const response = await server.ask(path)
      await response.arrayBuffer()
      expect(response.headers.get('strict-transport-security'), path).toBe('max-age=31536000')
    }
    const csrf = await server.ask('/api/auth/csrf')
    const cookies = csrf.headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__(Secure|Host)-/)
      expect(cookie).toMatch(/; Secure/)
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; SameSite=Lax/i)
    }
  } finally {
    await server.stop()
  }
})
