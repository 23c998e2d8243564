import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema'
import { ok, type Result } from '@/lib/result'
import type { Deps } from '@/lib/services/deps'
import { newPerson } from '@/lib/services/users/fields'
import { insertUser } from '@/lib/services/users/insert-user'
import { hashPassword } from '@/lib/services/users/password'
import { Refused, refusable } from './join-workspace'
import { addMember, takeInvite } from './use-invite'

export const joinAsNewUserInput = newPerson.extend({ workspaceSlug: z.string(), token: z.string().max(200) })

/** Makes a user who joins by an invite link. Rejects a dead link and a taken address, which leaves the link unused. */
export async function joinAsNewUser(
  { db, now }: Deps,
  { workspaceSlug, token, password, ...person }: z.output<typeof joinAsNewUserInput>,
): Promise<Result<{ slug: string }>> {
  const passwordHash = await hashPassword(password)
  return refusable(() =>
    db.transaction(async (tx) => {
      const invite = await takeInvite(tx, { workspaceSlug, token }, now)
      if (!invite.ok) return invite
      const taken = await tx.select({ id: users.id }).from(users).where(eq(users.email, person.email))
      if (taken.length > 0) {
        const message = 'This address has an account already. Sign in with it, then open this link again.'
        throw new Refused({ code: 'conflict', message, fields: { email: message } })
      }
      const userId = await insertUser(tx, { ...person, passwordHash }, now)
      await addMember(tx, invite.value, userId, now)
      return ok({ slug: workspaceSlug })
    }),
  )
}
