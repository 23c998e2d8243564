import { expect, test } from './fixtures'
import { ownOperator } from './own-people'
import { startOwnServer, type OwnServer } from './own-server'
import { openServerDatabase } from './server-database'

let server: OwnServer
let cookie: string
let api: string
test.beforeAll(async () => {
  const { url, secret, close } = await openServerDatabase()
  await close()
  // Behind a trusted proxy the tries have an address of their own, and keep nobody else from signing in.
  server = await startOwnServer({ DATABASE_URL: url, REBOUND_SECRET: secret, REBOUND_TRUST_PROXY: '1' })
  const own = await ownOperator()
  cookie = own.cookie
  api = `/api/w/${own.slug}`
})
test.afterAll(() => server.stop())

/** The statuses of so many calls, and the Retry-After of the last. */
async function statuses(count: number, call: () => Promise<Response>) {
  const seen: number[] = []
  let wait = ''
  for (let n = 0; n < count; n++) {
    const response = await call()
    await response.arrayBuffer()
    seen.push(response.status)
    wait = response.headers.get('retry-after') ?? ''
  }
  return { seen, wait: Number(wait) }
}

test('an operator sends twenty files an hour', async () => {
  const { seen, wait } = await statuses(21, () =>
    server.ask(`${api}/uploads?name=a.csv`, {
      method: 'POST',
      headers: { cookie, origin: server.origin },
      body: 'email\n',
    }),
  )
  expect(seen).toEqual([...Array<number>(20).fill(200), 429])
  expect(wait).toBeGreaterThan(3000)
  expect(wait).toBeLessThanOrEqual(3600)
})

test('an operator starts ten exports an hour', async () => {
  const { seen, wait } = await statuses(11, () =>
    server.ask(`${api}/bounces/export`, { headers: { cookie } }),
  )
  expect(seen).toEqual([...Array<number>(10).fill(200), 429])
  expect(wait).toBeGreaterThan(3000)
})

test('after ten tries to sign in an address waits', async () => {
  const origin = server.origin
  const signIn = async () => {
    const from = { 'x-forwarded-for': '203.0.113.77', 'x-forwarded-host': new URL(origin).host }
    const csrf = await fetch(`${origin}/api/auth/csrf`, { headers: from })
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const own = csrf.headers.getSetCookie().map((each) => each.split(';')[0])
    return fetch(`${origin}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...from, origin, cookie: own.join('; ') },
      body: new URLSearchParams({
        email: `${crypto.randomUUID()}@acme.example`,
        password: 'not the password',
        csrfToken,
        json: 'true',
      }),
    })
  }
  // Asked at once, because each later try is answered later.
  const tries = await Promise.all(Array.from({ length: 11 }, signIn))
  const refused = tries.filter(({ status }) => status === 429)
  expect(tries.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
    ...Array<number>(10).fill(401),
    429,
  ])
  expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(600)
})
