import { eq } from 'drizzle-orm'
import { users } from '@/db/schema'
import { fail, ok, type Result } from '@/lib/result'
import { COMMAND_LINE } from '@/lib/services/activity'
import type { Deps } from '@/lib/services/deps'
import { revokeSessions } from '@/lib/services/sessions/revoke-sessions'
import { recordForUser } from './record-for-user'

/** For the command line: shuts a user out of every workspace and ends their sessions, or lets them in again. */
export async function disableUser(
  { db, now }: Deps,
  input: { email: string; disabled: boolean },
): Promise<Result<{ endedSessions: number }>> {
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(users)
      .set({ disabled: input.disabled })
      .where(eq(users.email, input.email.trim().toLowerCase()))
      .returning({ id: users.id })
    const user = changed[0]
    if (!user) return fail('not_found', 'There is no user with this address.')
    const endedSessions = input.disabled ? await revokeSessions(tx, { userId: user.id, now }) : 0
    const action = input.disabled ? 'user.disabled' : 'user.enabled'
    await recordForUser(tx, { actorId: COMMAND_LINE, userId: user.id, now, action })
    return ok({ endedSessions })
  })
}
