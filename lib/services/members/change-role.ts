import { z } from 'zod'
import { members } from '@/db/schema'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, ROLES, type Context, type Role } from '@/lib/services/context'
import { isLastAdmin, lockMembers, memberIs } from './lock-members'
import { revokeInvitesBy } from './revoke-invite'

export const changeRoleInput = z.strictObject({ userId: z.uuid(), role: z.enum(ROLES) })

/** Gives a member another role; it acts from their next request on. Rejects strangers and taking the last admin's role. */
export async function changeRole(
  ctx: Context,
  input: z.output<typeof changeRoleInput>,
): Promise<Result<{ role: Role }>> {
  if (!mayAct(ctx.actor.role, 'admin')) return fail('forbidden', ERRORS.forbidden.text)
  const { userId, role } = input
  return ctx.db.transaction(async (tx) => {
    const list = await lockMembers(tx, ctx.workspace.id)
    const member = list.find((each) => each.userId === userId)
    if (!member) return fail('not_found', 'This person is not a member here.')
    if (member.role === role) return ok({ role })
    if (isLastAdmin(list, userId)) {
      return fail('precondition_failed', 'A workspace needs an admin. Make somebody else an admin first.')
    }
    await tx.update(members).set({ role }).where(memberIs(ctx.workspace.id, userId))
    if (member.role === 'admin') await revokeInvitesBy(tx, ctx, userId)
    const details = { from: member.role, to: role }
    await recordActivity(tx, ctx, { action: 'member.role_changed', subjectId: userId, details })
    return ok({ role })
  })
}
