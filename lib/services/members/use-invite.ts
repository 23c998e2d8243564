import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { invites, members, workspaces } from '@/db/schema'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import type { Role } from '@/lib/services/context'
import { hashInviteToken } from './invite-token'

export interface InviteLink {
  workspaceSlug: string
  token: string
}

/** What is said of a link that does not work, whatever the reason. */
export const DEAD_INVITE = 'This invite link does not work any more. Ask an admin for a new one.'

/** Uses a link up and gives the workspace and role it stands for; of several at once exactly one gets it. */
export async function takeInvite(
  tx: Tx,
  link: InviteLink,
  now: Date,
): Promise<Result<{ inviteId: string; workspaceId: string; role: Role }>> {
  const [place] = await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.slug, link.workspaceSlug))
  if (!place) return fail('not_found', DEAD_INVITE)
  const [invite] = await tx
    .update(invites)
    .set({ usedAt: now })
    .where(
      and(
        eq(invites.workspaceId, place.id),
        eq(invites.tokenHash, hashInviteToken(link.token)),
        isNull(invites.usedAt),
        isNull(invites.revokedAt),
        gt(invites.expiresAt, now),
      ),
    )
    .returning({ id: invites.id, role: invites.role })
  if (!invite) return fail('not_found', DEAD_INVITE)
  return ok({ inviteId: invite.id, workspaceId: place.id, role: invite.role })
}

/** Adds the member that a used link lets in, with its activity row. */
export async function addMember(
  tx: Tx,
  { workspaceId, role, inviteId }: { workspaceId: string; role: Role; inviteId: string },
  userId: string,
  now: Date,
): Promise<void> {
  await tx.insert(members).values({ workspaceId, userId, role, createdAt: now })
  const who = { actor: { userId }, workspace: { id: workspaceId }, now }
  await recordActivity(tx, who, { action: 'member.joined', subjectId: userId, details: { role, inviteId } })
}
