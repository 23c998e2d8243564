import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { members } from '@/db/schema'
import { recordActivity } from '@/lib/services/activity'

/** Writes an act on a user into the activity of every workspace they belong to. */
export async function recordForUser(
  tx: Tx,
  { actorId, userId, now, action }: { actorId: string; userId: string; now: Date; action: string },
): Promise<void> {
  const places = await tx.select({ id: members.workspaceId }).from(members).where(eq(members.userId, userId))
  for (const place of places) {
    const who = { actor: { userId: actorId }, workspace: place, now }
    await recordActivity(tx, who, { action, subjectId: userId })
  }
}
