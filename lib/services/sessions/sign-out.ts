import { and, eq, isNull } from 'drizzle-orm'
import { sessions } from '@/db/schema'
import { ok, type Result } from '@/lib/result'
import type { Deps } from '@/lib/services/deps'

/** Ends one session of a user; ending it twice is fine. */
export async function signOut(
  { db, now }: Deps,
  { sessionId, userId }: { sessionId: string; userId: string },
): Promise<Result<null>> {
  await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt)))
  return ok(null)
}
