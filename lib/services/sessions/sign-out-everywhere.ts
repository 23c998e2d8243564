import { ok, type Result } from '@/lib/result'
import type { Deps } from '@/lib/services/deps'
import { recordForUser } from '@/lib/services/users/record-for-user'
import { revokeSessions } from './revoke-sessions'

/** Ends all sessions of a user, this one too; gives how many were open. */
export async function signOutEverywhere(
  { db, now }: Deps,
  { userId }: { userId: string },
): Promise<Result<{ endedSessions: number }>> {
  return db.transaction(async (tx) => {
    const endedSessions = await revokeSessions(tx, { userId, now })
    await recordForUser(tx, { actorId: userId, userId, now, action: 'user.signed_out_everywhere' })
    return ok({ endedSessions })
  })
}
