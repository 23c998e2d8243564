import type { Tx } from '@/db/client'
import { members } from '@/db/schema'
import { ok, type Failure, type Result } from '@/lib/result'
import type { Deps } from '@/lib/services/deps'
import { memberIs } from './lock-members'
import { addMember, takeInvite, type InviteLink } from './use-invite'

/** Undoes the transaction, so that a refused join leaves the link unused. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

/** Lets a signed-in user join by an invite link. Rejects a dead link, and members (disabled ones too), who keep it unused. */
export async function joinWorkspace(
  { db, now }: Deps,
  { userId, ...link }: InviteLink & { userId: string },
): Promise<Result<{ slug: string }>> {
  return refusable(() =>
    db.transaction(async (tx) => {
      const invite = await takeInvite(tx, link, now)
      if (!invite.ok) return invite
      await refuseMembers(tx, invite.value.workspaceId, userId)
      await addMember(tx, invite.value, userId, now)
      return ok({ slug: link.workspaceSlug })
    }),
  )
}

async function refuseMembers(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  const rows = await tx
    .select({ disabled: members.disabled })
    .from(members)
    .where(memberIs(workspaceId, userId))
  if (!rows[0]) return
  const message = rows[0].disabled
    ? 'An admin has disabled you in this workspace. Ask them to enable you again.'
    : 'You are a member of this workspace already.'
  throw new Refused({ code: 'conflict', message })
}

/** Runs work whose refusals roll back. */
export async function refusable<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, error: thrown.failure }
    throw thrown
  }
}
