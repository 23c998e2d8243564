import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { members } from '@/db/schema'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'
import { revokeSessions } from '@/lib/services/sessions/revoke-sessions'
import { isLastAdmin, lockMembers, memberIs } from './lock-members'
import { revokeInvitesBy } from './revoke-invite'

export const disableMemberInput = z.strictObject({ userId: z.uuid(), disabled: z.boolean() })

/**
 * Shuts a member out of the workspace at once, or lets them in again. Whoever has no other workspace is signed out
 * everywhere. Rejects strangers and the last admin.
 */
export async function disableMember(
  ctx: Context,
  { userId, disabled }: z.output<typeof disableMemberInput>,
): Promise<Result<{ disabled: boolean }>> {
  if (!mayAct(ctx.actor.role, 'admin')) return fail('forbidden', ERRORS.forbidden.text)
  return ctx.db.transaction(async (tx) => {
    const list = await lockMembers(tx, ctx.workspace.id)
    const member = list.find((each) => each.userId === userId)
    if (!member) return fail('not_found', 'This person is not a member here.')
    if (member.disabled === disabled) return ok({ disabled })
    if (disabled && isLastAdmin(list, userId)) {
      return fail('precondition_failed', 'A workspace needs an admin. Make somebody else an admin first.')
    }
    await tx.update(members).set({ disabled }).where(memberIs(ctx.workspace.id, userId))
    if (disabled) {
      await revokeInvitesBy(tx, ctx, userId)
      const left = await tx
        .select({ id: members.workspaceId })
        .from(members)
        .where(and(eq(members.userId, userId), eq(members.disabled, false)))
      if (left.length === 0) await revokeSessions(tx, { userId, now: ctx.now })
    }
    const action = disabled ? 'member.disabled' : 'member.enabled'
    await recordActivity(tx, ctx, { action, subjectId: userId })
    return ok({ disabled })
  })
}
