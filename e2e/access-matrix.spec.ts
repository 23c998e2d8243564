import { expect, test } from '@playwright/test'
import { listRoutes } from '@/lib/auth/testing/routes'
import { makeVisitors, VISITORS, type Visit, type Visitor } from '@/lib/auth/testing/visitors'
import { ROLES, type Role } from '@/lib/services/context'
import { openServerDatabase } from './server-database'

/** Every route of the app and who may use it; `open` for everybody, `user` for whoever is signed in. A new route goes here. */
const ROUTES: Record<string, Role | 'open' | 'user'> = {
  'GET /': 'user',
  'GET /sign-in': 'open',
  'GET /set-up': 'open',
  'GET /invite/[workspace]/[token]': 'open',
  'GET /api/health': 'open',
  'GET /api/auth/[...nextauth]': 'open',
  'POST /api/auth/[...nextauth]': 'open',
  'GET /w/[workspace]': 'viewer',
  'GET /w/[workspace]/[...rest]': 'viewer',
  'GET /w/[workspace]/account': 'viewer',
  'GET /w/[workspace]/accounts': 'viewer',
  'GET /w/[workspace]/accounts/[id]': 'viewer',
  'GET /w/[workspace]/activity': 'viewer',
  'GET /w/[workspace]/bounces': 'viewer',
  'GET /w/[workspace]/dne': 'viewer',
  'GET /w/[workspace]/dne/[entry]': 'viewer',
  'GET /w/[workspace]/dne/add': 'viewer',
  'GET /w/[workspace]/dne/check': 'viewer',
  'GET /w/[workspace]/dne/policy': 'viewer',
  'GET /w/[workspace]/dne/rollback': 'viewer',
  'GET /w/[workspace]/dne/suggestions': 'viewer',
  'GET /w/[workspace]/guide': 'viewer',
  'GET /w/[workspace]/guide/[category]': 'viewer',
  'GET /w/[workspace]/imports': 'viewer',
  'GET /w/[workspace]/imports/[id]': 'viewer',
  'GET /w/[workspace]/members': 'viewer',
  'GET /w/[workspace]/replies': 'viewer',
  'GET /w/[workspace]/resubmit': 'viewer',
  'GET /w/[workspace]/resubmit/batches': 'viewer',
  'GET /w/[workspace]/resubmit/batches/[id]': 'viewer',
  'GET /w/[workspace]/resubmit/destinations': 'viewer',
  'GET /w/[workspace]/review': 'viewer',
  'GET /w/[workspace]/rules': 'viewer',
  'GET /w/[workspace]/settings': 'viewer',
  'GET /api/w/[workspace]/activity': 'admin',
  'GET /api/w/[workspace]/bounces/export': 'operator',
  'GET /api/w/[workspace]/dne/export': 'operator',
  'GET /api/w/[workspace]/dne/files/[file]/[part]': 'operator',
  'GET /api/w/[workspace]/filter-options': 'viewer',
  'GET /api/w/[workspace]/formats/[format]': 'viewer',
  'GET /api/w/[workspace]/imports': 'viewer',
  'GET /api/w/[workspace]/imports/[id]': 'viewer',
  'GET /api/w/[workspace]/imports/[id]/events': 'viewer',
  'GET /api/w/[workspace]/imports/[id]/rejects': 'viewer',
  'POST /api/w/[workspace]/dne/files': 'operator',
  'POST /api/w/[workspace]/resubmit/batches/[id]/file': 'operator',
  'POST /api/w/[workspace]/uploads': 'operator',
  'POST /api/w/[workspace]/uploads/[upload]': 'operator',
}

let visit: Visit
let close: () => Promise<void>

test.beforeAll(async () => {
  const { secret, ...database } = await openServerDatabase()
  close = database.close
  visit = await makeVisitors(database, secret, new Date())
})
test.afterAll(() => close())

test('every route of the source is in the table', () => {
  expect(Object.keys(ROUTES).toSorted()).toEqual(listRoutes('.').toSorted())
})

for (const [route, role] of Object.entries(ROUTES)) {
  if (role === 'open') continue
  test(`${route} is for ${role === 'user' ? 'whoever is signed in' : `${role}s and up`}`, async ({
    baseURL,
  }) => {
    const [method = '', pattern = ''] = route.split(' ')
    for (const visitor of VISITORS) {
      const answer = await knock(baseURL ?? '', method, pathOf(pattern), visit.cookie[visitor])
      expect(fits(answer, expected(visitor, role, pattern)), `${visitor} got ${answer.status}`).toBe(true)
    }
  })
}

type Expected = 'let in' | 'sign in' | 401 | 403 | 404

function expected(visitor: Visitor, role: Role | 'user', pattern: string): Expected {
  const isApi = pattern.startsWith('/api/')
  const own = ROLES.find((each) => each === visitor)
  if (!own && visitor !== 'stranger') return isApi ? 401 : 'sign in'
  if (role === 'user') return 'let in'
  if (!own) return 404
  if (ROLES.indexOf(own) >= ROLES.indexOf(role)) return 'let in'
  return isApi ? 403 : 404
}

interface Answer {
  status: number
  location: string
}

function fits({ status, location }: Answer, wanted: Expected): boolean {
  if (wanted === 'sign in') return status === 307 && location.startsWith('/sign-in')
  // A made-up id is not found, an empty body is not right; both come after the guards.
  if (wanted === 'let in')
    return status < 500 && status !== 401 && status !== 403 && !location.startsWith('/sign-in')
  return status === wanted
}

function pathOf(pattern: string): string {
  return pattern
    .replace('[workspace]', visit.slug)
    .replace('[category]', 'mailbox_full')
    .replaceAll(/\[[^\]]+\]/g, () => crypto.randomUUID())
}

/** Asks once and lets go of the body, which may be a stream without an end. */
async function knock(base: string, method: string, path: string, cookie: string | null): Promise<Answer> {
  const response = await fetch(base + path, {
    method,
    redirect: 'manual',
    headers: { origin: base, ...(cookie ? { cookie: `rebound.session=${cookie}` } : {}) },
  })
  await response.body?.cancel()
  const location = response.headers.get('location') ?? ''
  return { status: response.status, location: location.replace(base, '') }
}
