import { NextRequest } from 'next/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { makeVisitors, VISITORS, type Visit, type Visitor } from './testing/visitors'
import type { ErrorCode } from '@/lib/errors'
import { ok, type Result } from '@/lib/result'
import { ROLES, type Role } from '@/lib/services/context'

const SECRET = 'a secret that is only for tests, 32+'
let database: TestDatabase
let visit: Visit
let cookie: string | null = null
const request = new Headers({ origin: 'http://localhost:3000', host: 'localhost:3000' })

// Next's request store exists only inside its server; the cookie jar is stood in for, the database is real.
vi.mock('next/headers', () => ({
  headers: async () => request,
  cookies: async () => ({
    get: (name: string) => (cookie && name === 'rebound.session' ? { name, value: cookie } : undefined),
  }),
}))

let action: typeof import('@/lib/action')
let route: typeof import('@/lib/route')
let auth: typeof import('./index')

beforeAll(async () => {
  database = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', database.url)
  vi.stubEnv('REBOUND_SECRET', SECRET)
  vi.stubEnv('REBOUND_URL', '')
  visit = await makeVisitors(database, SECRET, new Date())
  // Whatever read the environment before has to read it anew.
  vi.resetModules()
  ;[action, route, auth] = await Promise.all([
    import('@/lib/action'),
    import('@/lib/route'),
    import('./index'),
  ])
})
beforeEach(() => {
  cookie = null
})
afterAll(async () => {
  const { getDb, getSql } = await import('@/db/connection')
  await Promise.all([getDb().close(), getSql().end()])
  await database.close()
})

/** What each visitor is told where `role` is needed; null: let in. */
function expected(visitor: Visitor, role: Role): ErrorCode | null {
  if (visitor === 'stranger') return 'not_found'
  const own = ROLES.find((each) => each === visitor)
  if (!own) return 'unauthenticated'
  return ROLES.indexOf(own) >= ROLES.indexOf(role) ? null : 'forbidden'
}

const cases = VISITORS.flatMap((visitor) => ROLES.map((role) => [visitor, role] as const))
const STATUS = { unauthenticated: 401, forbidden: 403, not_found: 404 }

describe('every visitor at every role', () => {
  test.each(cases)('an action: %s where %s is needed', async (visitor, role) => {
    cookie = visit.cookie[visitor]
    let ran = false
    const run = async (): Promise<Result<string>> => {
      ran = true
      return ok('done')
    }
    const call = action.defineAction({ role, input: z.object({}), run })
    const result = await call(visit.slug, {})
    const refusal = expected(visitor, role)
    expect(result.ok ? null : result.error.code).toBe(refusal)
    expect(ran).toBe(refusal === null)
  })

  test.each(cases)('a handler: %s where %s is needed', async (visitor, role) => {
    cookie = visit.cookie[visitor]
    const handler = route.defineRoute({ role, run: async () => ok('done') })
    const response = await handler(get(), { params: Promise.resolve({ workspace: visit.slug }) })
    const refusal = expected(visitor, role)
    expect(response.status).toBe(refusal ? STATUS[refusal as keyof typeof STATUS] : 200)
    if (refusal) expect(await response.json()).toMatchObject({ error: { code: refusal } })
  })

  test.each(cases)('a page: %s where %s is needed', async (visitor, role) => {
    cookie = visit.cookie[visitor]
    const refusal = expected(visitor, role)
    const outcome = await auth.requireMember(visit.slug, role).then(
      (member) => member.ctx.actor.role,
      (thrown: { digest?: string }) => thrown.digest,
    )
    if (!refusal) expect(outcome).toBe(visitor)
    else if (refusal === 'unauthenticated') expect(outcome).toMatch(/^NEXT_REDIRECT;[^;]*;\/sign-in;/)
    else expect(outcome).toBe('NEXT_HTTP_ERROR_FALLBACK;404')
  })
})

function get() {
  return new NextRequest('http://127.0.0.1:3000/api/w/x')
}

function post(headers: Record<string, string>) {
  return new NextRequest('http://127.0.0.1:3000/api/w/x', {
    method: 'POST',
    headers: { host: '127.0.0.1:3000', ...headers },
  })
}

test.each([
  [{ origin: 'http://127.0.0.1:3000' }, 200],
  [{ origin: 'http://127.0.0.1:4000' }, 403],
  [{ origin: 'https://127.0.0.1:3000.evil.example' }, 403],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{}, 403],
  [{ origin: 'http://evil.example:3000', host: 'evil.example:3000' }, 403],
  [{ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }, 403],
])('a handler that changes state, asked with %j, answers %i', async (headers, status) => {
  cookie = visit.cookie.admin
  const handler = route.defineRoute({ role: 'viewer', run: async () => ok(null) })
  const response = await handler(post(headers), { params: Promise.resolve({ workspace: visit.slug }) })
  expect(response.status).toBe(status)
})

test('a limit counts for each person, then says when to come back', async () => {
  const limit = { name: 'export', max: 2, seconds: 3600 }
  const handler = route.defineRoute({ role: 'viewer', limit, run: async () => ok(null) })
  const call = () => handler(get(), { params: Promise.resolve({ workspace: visit.slug }) })
  cookie = visit.cookie.viewer
  expect((await call()).status).toBe(200)
  expect((await call()).status).toBe(200)
  const refused = await call()
  expect(refused.status).toBe(429)
  const wait = Number(refused.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(3500)
  expect(wait).toBeLessThanOrEqual(3600)
  cookie = visit.cookie.operator
  expect((await call()).status).toBe(200)
})

test('an action refuses another origin, before anything else', async () => {
  cookie = visit.cookie.admin
  const call = action.defineAction({ role: 'viewer', input: z.object({}), run: async () => ok(null) })
  request.set('origin', 'https://evil.example')
  const result = await call(visit.slug, {}).finally(() => request.set('origin', 'http://localhost:3000'))
  expect(result).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})

test('input is read strictly and each field’s fault is named', async () => {
  cookie = visit.cookie.viewer
  const input = z.object({ days: z.number().max(9, 'At most 9.') })
  const call = action.defineAction({ role: 'viewer', input, run: async (_ctx, { days }) => ok(days) })
  expect(await call(visit.slug, { days: 3 })).toEqual({ ok: true, value: 3 })
  const tooMany = await call(visit.slug, { days: 10 })
  expect(tooMany).toMatchObject({ error: { code: 'invalid_input', fields: { days: 'At most 9.' } } })
  const more: unknown = { days: 3, role: 'admin' }
  expect(await call(visit.slug, more as { days: number })).toMatchObject({ error: { code: 'invalid_input' } })
})

test('a bug is answered with an id and none of the database’s words', async () => {
  cookie = visit.cookie.viewer
  const call = action.defineAction({
    role: 'viewer',
    input: z.string(),
    run: async (ctx, secret) => ok(await ctx.sql`select ${secret}::int`),
  })
  const result = await call(visit.slug, 'canary-4711')
  if (result.ok) throw new Error('it should have failed')
  expect(result.error.code).toBe('internal')
  expect(result.error.message).toMatch(/[0-9a-f-]{36}/)
  expect(result.error.message).not.toMatch(/canary|integer|syntax/)
})
