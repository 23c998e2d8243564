import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSession } from '@/db/queries/access/load-session'
import { users } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { addUser, NOW, PASSWORD } from '@/lib/services/testing/people'
import { hashPassword } from '@/lib/services/users/password'
import { delayBefore, SIGN_IN_LIMIT, signIn } from './sign-in'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const waits: number[] = []
let addresses = 0
const newAddress = () => `192.0.2.${(addresses += 1)}`
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

function attempt(email: string, password = PASSWORD, { address = newAddress(), now = NOW } = {}) {
  const wait = async (ms: number) => void waits.push(ms)
  const deps = { db: database.db, sql: database.sql, now, wait, sessionSeconds: 3600 }
  return signIn(deps, { email, password, address, device: 'Firefox on Linux' })
}

const codeOf = (result: Awaited<ReturnType<typeof attempt>>) => (result.ok ? 'ok' : result.error.code)

test('a session opens with the right password, in any case of the address, and ends by itself', async () => {
  const { id, email } = await addUser(database)
  const opened = await attempt(`  ${email.toUpperCase()} `)
  if (!opened.ok) throw new Error(opened.error.message)
  const { sessionId } = opened.value
  expect((await loadSession(database.sql, sessionId, later(3599)))?.user.id).toBe(id)
  expect(await loadSession(database.sql, sessionId, later(3600))).toBeNull()
})

test('a wrong password, an unknown and a disabled user get the same answer', async () => {
  const known = await addUser(database)
  const shut = await addUser(database)
  await database.db.update(users).set({ disabled: true }).where(eq(users.id, shut.id))
  const answers = await Promise.all([
    attempt(known.email, 'wrong password'),
    attempt('nobody@example.com'),
    attempt(shut.email),
    attempt('not an address'),
    attempt(known.email, ''),
  ])
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(codeOf(answers[0]!)).toBe('unauthenticated')
})

test('an unknown user costs the same work as a wrong password', async () => {
  const known = await addUser(database)
  const passwordHash = await hashPassword(PASSWORD)
  await database.db.update(users).set({ passwordHash }).where(eq(users.id, known.id))
  const time = async (email: string) => {
    const started = performance.now()
    await attempt(email, 'wrong password')
    return performance.now() - started
  }
  await time('warm-up@example.com')
  const pairs: [number, number][] = []
  for (let n = 0; n < 5; n += 1) pairs.push([await time(known.email), await time(`unknown${n}@example.com`)])
  const median = (side: 0 | 1) => pairs.map((pair) => pair[side]).toSorted((a, b) => a - b)[2]!
  expect(median(1)).toBeGreaterThan(median(0) * 0.5)
  expect(median(1)).toBeLessThan(median(0) * 2)
})

test('the eleventh try of an account waits for the window to end, from any address', async () => {
  const { email } = await addUser(database)
  for (let n = 0; n < SIGN_IN_LIMIT.max; n += 1) {
    expect(codeOf(await attempt(email, 'wrong password'))).toBe('unauthenticated')
  }
  expect(codeOf(await attempt(email))).toBe('limit_exceeded')
  expect(codeOf(await attempt(email, PASSWORD, { now: later(SIGN_IN_LIMIT.seconds - 1) }))).toBe(
    'limit_exceeded',
  )
  expect(codeOf(await attempt(email, PASSWORD, { now: later(SIGN_IN_LIMIT.seconds) }))).toBe('ok')
})

test('an unknown account is limited like a known one', async () => {
  for (let n = 0; n < SIGN_IN_LIMIT.max; n += 1) await attempt('ghost@example.com')
  expect(codeOf(await attempt('ghost@example.com'))).toBe('limit_exceeded')
})

test('an address is limited over all accounts, and successes do not count', async () => {
  const address = newAddress()
  const { email } = await addUser(database)
  for (let n = 0; n < 12; n += 1) expect(codeOf(await attempt(email, PASSWORD, { address }))).toBe('ok')
  for (let n = 0; n < SIGN_IN_LIMIT.max; n += 1) await attempt(`many${n}@example.com`, 'x', { address })
  expect(codeOf(await attempt(email, PASSWORD, { address }))).toBe('limit_exceeded')
  expect(codeOf(await attempt(email))).toBe('ok')
})

test('thirty tries at once pass the limit together no more than ten times', async () => {
  const tries = Array.from({ length: 30 }, () => attempt('herd@example.com', 'wrong password'))
  const codes = (await Promise.all(tries)).map(codeOf)
  expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(SIGN_IN_LIMIT.max)
})

test('later tries of a window are answered later', async () => {
  waits.length = 0
  for (let n = 0; n < SIGN_IN_LIMIT.max; n += 1) await attempt('slow@example.com')
  expect(waits.slice(0, 3)).toEqual([0, 0, 0])
  for (let n = 3; n < waits.length; n += 1) expect(waits[n]).toBeGreaterThanOrEqual(waits[n - 1]!)
  expect(waits.at(-1)).toBe(delayBefore(SIGN_IN_LIMIT.max))
  expect(waits.at(-1)).toBeGreaterThan(4000)
})
