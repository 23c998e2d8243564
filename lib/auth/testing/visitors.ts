import { encode } from 'next-auth/jwt'
import type { sessions } from '@/db/schema'
import type { Role } from '@/lib/services/context'
import { addMember, addWorkspace, openSession, type Place } from '@/lib/services/testing/people'
import { disableMember } from '@/lib/services/members/disable-member'

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

type CookieOf = (userId: string, change?: Partial<typeof sessions.$inferInsert>) => Promise<string>

export interface Visit {
  slug: string
  /** The value of the session cookie, if any. */
  cookie: Record<Visitor, string | null>
}

/** A workspace, and everybody who may knock at it, with the cookie each would send. */
export async function makeVisitors(place: Place, secret: string, now: Date): Promise<Visit> {
  const cookieOf: CookieOf = async (userId, change) => {
    const sid = await openSession(place, userId, change)
    return encode({ token: { sid }, secret })
  }
  const ctx = await addWorkspace(place)
  const member = (role: Role) => addMember(place, ctx, role)
  const disabled = await member('admin')
  const disabledCookie = await cookieOf(disabled.actor.userId)
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
      viewer: await cookieOf(viewer.actor.userId),
      operator: await cookieOf(operator.actor.userId),
      admin: await cookieOf(admin.actor.userId),
      stranger: await cookieOf((await addWorkspace(place)).actor.userId),
      disabled: disabledCookie,
      expired: await cookieOf((await member('admin')).actor.userId, { expiresAt: long }),
      revoked: await cookieOf((await member('admin')).actor.userId, { revokedAt: long }),
    },
  }
}
