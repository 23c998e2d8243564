import { encode } from 'next-auth/jwt'
import type { TestDatabase } from '@/db/testing'
import { sessions } from '@/db/schema'
import type { Context, Role } from '@/lib/services/context'
import { addMember, addWorkspace, openSession } from '@/lib/services/testing/people'
import { disableMember } from '@/lib/services/members/disable-member'

export const SECRET = 'a secret that is only for tests, 32+'

export const VISITORS = [
  'nobody',
  'forged',
  'viewer',
  'operator',
  'admin',
  'stranger',
  'disabled',
  'expired',
  'revoked',
] as const
export type Visitor = (typeof VISITORS)[number]

export interface Visit {
  slug: string
  /** The value of the session cookie, if any. */
  cookie: Record<Visitor, string | null>
}

/** A workspace, and everybody who may knock at it, with the cookie each would send. */
export async function makeVisitors(database: TestDatabase, now: Date): Promise<Visit> {
  const ctx = await addWorkspace(database)
  const member = (role: Role) => addMember(database, ctx, role)
  const disabled = await member('admin')
  const disabledCookie = await cookieOf(database, disabled.actor.userId)
  await disableMember({ ...ctx, now }, { userId: disabled.actor.userId, disabled: true })
  const [viewer, operator, admin] = [await member('viewer'), await member('operator'), await member('admin')]
  const long = new Date(now.getTime() - 1000)
  return {
    slug: ctx.workspace.slug,
    cookie: {
      nobody: null,
      forged: await encode({
        token: { sid: crypto.randomUUID() },
        secret: 'another secret of 32 characters',
      }),
      viewer: await cookieOf(database, viewer.actor.userId),
      operator: await cookieOf(database, operator.actor.userId),
      admin: await cookieOf(database, admin.actor.userId),
      stranger: await cookieOf(database, (await addWorkspace(database)).actor.userId),
      disabled: disabledCookie,
      expired: await cookieOf(database, (await memberOf(database, ctx)).actor.userId, { expiresAt: long }),
      revoked: await cookieOf(database, (await memberOf(database, ctx)).actor.userId, { revokedAt: long }),
    },
  }
}

const memberOf = (database: TestDatabase, ctx: Context) => addMember(database, ctx, 'admin')

async function cookieOf(
  database: TestDatabase,
  userId: string,
  change?: Partial<typeof sessions.$inferInsert>,
): Promise<string> {
  const sid = await openSession(database, userId, change)
  return encode({ token: { sid }, secret: SECRET })
}
