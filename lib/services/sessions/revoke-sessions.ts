import { and, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { sessions } from '@/db/schema'

/** Ends a user's sessions, all but `except`; gives how many were still open. */
export async function revokeSessions(
  tx: Tx | Db,
  { userId, now, except }: { userId: string; now: Date; except?: string },
): Promise<number> {
  const open = and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now))
  const others = except ? and(open, ne(sessions.id, except)) : open
  const ended = await tx.update(sessions).set({ revokedAt: now }).where(others).returning({ id: sessions.id })
  return ended.length
}
