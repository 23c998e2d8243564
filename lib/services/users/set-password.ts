import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema'
import { fail, ok, type Result } from '@/lib/result'
import { COMMAND_LINE } from '@/lib/services/activity'
import type { Deps } from '@/lib/services/deps'
import { revokeSessions } from '@/lib/services/sessions/revoke-sessions'
import { emailAddress, newPassword } from './fields'
import { hashPassword } from './password'
import { recordForUser } from './record-for-user'

const inputShape = z.strictObject({ email: emailAddress, password: newPassword })

/** For the command line: gives a user a new password and ends all their sessions. Rejects an unknown address. */
export async function setPassword(
  { db, now }: Deps,
  input: z.input<typeof inputShape>,
): Promise<Result<{ endedSessions: number }>> {
  const parsed = inputShape.safeParse(input)
  if (!parsed.success) return fail('invalid_input', z.prettifyError(parsed.error))
  const passwordHash = await hashPassword(parsed.data.password)
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(users)
      .set({ passwordHash })
      .where(eq(users.email, parsed.data.email))
      .returning({ id: users.id })
    const user = changed[0]
    if (!user) return fail('not_found', 'There is no user with this address.')
    const endedSessions = await revokeSessions(tx, { userId: user.id, now })
    await recordForUser(tx, { actorId: COMMAND_LINE, userId: user.id, now, action: 'user.password_set' })
    return ok({ endedSessions })
  })
}
