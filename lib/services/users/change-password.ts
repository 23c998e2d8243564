import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema'
import { fail, ok, type Result } from '@/lib/result'
import type { Deps } from '@/lib/services/deps'
import { revokeSessions } from '@/lib/services/sessions/revoke-sessions'
import { givenPassword, newPassword } from './fields'
import { hashPassword, verifyPassword } from './password'
import { recordForUser } from './record-for-user'

export const changePasswordInput = z.strictObject({ current: givenPassword, password: newPassword })

/** Changes one's own password and ends every other session. Rejects a wrong current password. */
export async function changePassword(
  { db, now, userId, sessionId }: Deps & { userId: string; sessionId: string },
  input: z.output<typeof changePasswordInput>,
): Promise<Result<{ endedSessions: number }>> {
  const [user] = await db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, userId))
  if (!(await verifyPassword(user?.hash ?? null, input.current)) || !user) {
    const message = 'This is not your current password.'
    return fail('invalid_input', message, { current: message })
  }
  const passwordHash = await hashPassword(input.password)
  return db.transaction(async (tx) => {
    // Of two changes at once the second finds another hash than the one it checked.
    const unchanged = and(eq(users.id, userId), eq(users.passwordHash, user.hash))
    const changed = await tx.update(users).set({ passwordHash }).where(unchanged).returning({ id: users.id })
    if (changed.length === 0) return fail('conflict', 'Your password was changed meanwhile. Sign in again.')
    const endedSessions = await revokeSessions(tx, { userId, now, except: sessionId })
    await recordForUser(tx, { actorId: userId, userId, now, action: 'user.password_changed' })
    return ok({ endedSessions })
  })
}
