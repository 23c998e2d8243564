import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { invites } from '@/db/schema'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'

export const revokeInviteInput = z.strictObject({ id: z.uuid() })

/** Takes an unused invite link back. Rejects one that was used or taken back already. */
export async function revokeInvite(
  ctx: Context,
  { id }: z.output<typeof revokeInviteInput>,
): Promise<Result<null>> {
  if (!mayAct(ctx.actor.role, 'admin')) return fail('forbidden', ERRORS.forbidden.text)
  return ctx.db.transaction(async (tx) => {
    const revoked = await tx
      .update(invites)
      .set({ revokedAt: ctx.now })
      .where(and(openInvite(ctx.workspace.id), eq(invites.id, id)))
      .returning({ id: invites.id })
    if (revoked.length === 0) return fail('not_found', 'This invite is not open any more.')
    await recordActivity(tx, ctx, { action: 'invite.revoked', subjectId: id })
    return ok(null)
  })
}

/** Takes back the open links of somebody who is no admin any more. */
export async function revokeInvitesBy(tx: Tx, ctx: Context, userId: string): Promise<void> {
  const revoked = await tx
    .update(invites)
    .set({ revokedAt: ctx.now })
    .where(and(openInvite(ctx.workspace.id), eq(invites.createdBy, userId)))
    .returning({ id: invites.id })
  for (const { id } of revoked) await recordActivity(tx, ctx, { action: 'invite.revoked', subjectId: id })
}

function openInvite(workspaceId: string) {
  return and(eq(invites.workspaceId, workspaceId), isNull(invites.usedAt), isNull(invites.revokedAt))
}
