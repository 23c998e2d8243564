import { openWire, type Wire } from '@/db/testing/wire'
import { expect, inWorkspace, test } from './fixtures'
import { startOwnServer, type OwnServer } from './own-server'
import { openServerDatabase } from './server-database'

const ANSWER_MS = 5000
const BACK_MS = 30_000
const PATHS = [
  inWorkspace(),
  inWorkspace('bounces'),
  inWorkspace('imports'),
  '/sign-in',
  '/api/health',
  `/api${inWorkspace('filter-options')}?of=account`,
]

let wire: Wire
let server: OwnServer
test.beforeAll(async () => {
  const { url, secret, close } = await openServerDatabase()
  await close()
  wire = await openWire(url)
  server = await startOwnServer({ DATABASE_URL: wire.url, REBOUND_SECRET: secret })
})
test.afterAll(async () => {
  await server.stop()
  await wire.close()
})

interface Answer {
  path: string
  status: number
  inTime: boolean
}

async function ask(path: string): Promise<Answer> {
  const since = performance.now()
  const response = await server.ask(path)
  await response.text()
  return { path, status: response.status, inTime: performance.now() - since < ANSWER_MS }
}

const askAll = () => Promise.all(PATHS.map(ask))

test.describe.configure({ mode: 'serial' })

for (const [mode, what] of [
  ['refuses', 'is stopped'],
  ['silent', 'is cut off'],
  ['full', 'has no connection left'],
] as const) {
  test(`while the database ${what} every request ends in time with 503, and all is back by itself`, async () => {
    await expect.poll(async () => (await ask(inWorkspace())).status, { timeout: BACK_MS }).toBe(200)
    wire.set(mode)
    for (let round = 0; round < 2; round++) {
      const answers = await askAll()
      expect(answers).toEqual(PATHS.map((path) => ({ path, status: 503, inTime: true })))
    }
    wire.set('passes')
    const back = await expect
      .poll(async () => (await askAll()).map(({ status }) => status), { timeout: BACK_MS })
      .toEqual(PATHS.map((path) => (path === '/sign-in' ? 307 : 200)))
      .then(() => true)
    expect(back && server.isRunning()).toBe(true)
  })
}

test('a request that runs when the database is cut off ends in time too', async () => {
  const running = Array.from({ length: 12 }, () => ask(inWorkspace()))
  wire.set('silent')
  const answers = await Promise.all(running)
  expect(answers.filter(({ inTime, status }) => !inTime || ![200, 503].includes(status))).toEqual([])
  wire.set('passes')
  await expect.poll(async () => (await ask(inWorkspace())).status, { timeout: BACK_MS }).toBe(200)
})

test('the page that a person sees says that the database is away', async () => {
  wire.set('refuses')
  const response = await server.ask(inWorkspace())
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
  expect(response.headers.get('content-type')).toContain('text/html')
  wire.set('passes')
})
