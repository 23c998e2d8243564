import { createHash } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import type { Sql } from 'postgres'
import { z } from 'zod'
import { clearLimit, dropOldLimits, giveBack, takeOne } from '@/db/queries/access/limits'
import { sessions, users } from '@/db/schema'
import { fail, ok, type Result } from '@/lib/result'
import type { Deps } from '@/lib/services/deps'
import { emailAddress, givenPassword } from '@/lib/services/users/fields'
import { verifyPassword } from '@/lib/services/users/password'

export const SIGN_IN_LIMIT = { max: 10, seconds: 15 * 60 }

/** No window of any limit is longer. */
const DAY_MS = 24 * 3_600_000

const WRONG = 'The email or the password is wrong.'
const inputShape = z.object({ email: emailAddress, password: givenPassword })

export interface SignInDeps extends Deps {
  sql: Sql
  /** Waits some milliseconds. */
  wait: (ms: number) => Promise<void>
  sessionSeconds: number
}

export interface SignInInput {
  email: string
  password: string
  /** The caller's network address. */
  address: string
  device: string
}

/**
 * Opens a session. Ten tries in 15 minutes per account and per address, each later one answered later; a wrong
 * password, an unknown and a disabled user give the same answer after the same work.
 */
export async function signIn(deps: SignInDeps, input: SignInInput): Promise<Result<{ sessionId: string }>> {
  const parsed = inputShape.safeParse({ email: input.email, password: input.password })
  if (!parsed.success) return fail('unauthenticated', WRONG)
  const { email, password } = parsed.data
  const keys = { account: `sign-in:account:${digest(email)}`, address: `sign-in:address:${input.address}` }
  const limited = await takeTry(deps, keys)
  if (!limited.ok) return limited
  const userId = await checkPassword(deps, email, password)
  if (!userId) return fail('unauthenticated', WRONG)
  await dropOldLimits(deps.sql, new Date(deps.now.getTime() - DAY_MS))
  await clearLimit(deps.sql, keys.account)
  await giveBack(deps.sql, keys.address)
  return ok({ sessionId: await openSession(deps, userId, input.device) })
}

/** How long try number `count` of a window waits for its answer: nothing up to the third, then doubling to 8 s. */
export function delayBefore(count: number): number {
  return count <= 3 ? 0 : Math.min(8000, 250 * 2 ** (count - 4))
}

async function takeTry(
  { sql, now, wait }: SignInDeps,
  keys: { account: string; address: string },
): Promise<Result<null>> {
  const account = await takeOne(sql, { key: keys.account, ...SIGN_IN_LIMIT, now })
  const address = await takeOne(sql, { key: keys.address, ...SIGN_IN_LIMIT, now })
  if (account.allowed && address.allowed) {
    await wait(delayBefore(Math.max(account.count, address.count)))
    return ok(null)
  }
  const refused = [account, address].filter((each) => !each.allowed)
  const retryAfterSeconds = Math.max(...refused.map((each) => each.retryAfterSeconds))
  const minutes = Math.ceil(retryAfterSeconds / 60)
  const message = `Too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`
  return { ok: false, error: { code: 'limit_exceeded', message, retryAfterSeconds } }
}

async function checkPassword({ db }: Deps, email: string, password: string): Promise<string | null> {
  const columns = { id: users.id, hash: users.passwordHash, disabled: users.disabled }
  const [user] = await db.select(columns).from(users).where(eq(users.email, email))
  const matches = await verifyPassword(user?.hash ?? null, password)
  return user && matches && !user.disabled ? user.id : null
}

async function openSession(
  { db, now, sessionSeconds }: SignInDeps,
  userId: string,
  device: string,
): Promise<string> {
  const id = crypto.randomUUID()
  const expiresAt = new Date(now.getTime() + sessionSeconds * 1000)
  return db.transaction(async (tx) => {
    await tx.delete(sessions).where(and(eq(sessions.userId, userId), lt(sessions.expiresAt, now)))
    await tx
      .insert(sessions)
      .values({ id, userId, device: device.slice(0, 100), createdAt: now, lastSeenAt: now, expiresAt })
    return id
  })
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
