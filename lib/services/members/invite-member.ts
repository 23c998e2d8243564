import { z } from 'zod'
import { invites } from '@/db/schema'
import { ERRORS } from '@/lib/errors'
import { newId } from '@/lib/id'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, ROLES, type Context } from '@/lib/services/context'
import { hashInviteToken, newInviteToken } from './invite-token'

export const inviteMemberInput = z.strictObject({ role: z.enum(ROLES) })

const DAYS = 7

/** Makes a link that lets one person join in this role within 7 days; gives its path, which can't be shown again. */
export async function inviteMember(
  ctx: Context,
  { role }: z.output<typeof inviteMemberInput>,
): Promise<Result<{ id: string; path: string; expiresAt: Date }>> {
  if (!mayAct(ctx.actor.role, 'admin')) return fail('forbidden', ERRORS.forbidden.text)
  const token = newInviteToken()
  const id = newId(ctx.now.getTime())
  const expiresAt = new Date(ctx.now.getTime() + DAYS * 24 * 3_600_000)
  await ctx.db.transaction(async (tx) => {
    await tx.insert(invites).values({
      workspaceId: ctx.workspace.id,
      id,
      tokenHash: hashInviteToken(token),
      role,
      createdBy: ctx.actor.userId,
      createdAt: ctx.now,
      expiresAt,
    })
    await recordActivity(tx, ctx, { action: 'member.invited', subjectId: id, details: { role } })
  })
  return ok({ id, path: `/invite/${ctx.workspace.slug}/${token}`, expiresAt })
}
