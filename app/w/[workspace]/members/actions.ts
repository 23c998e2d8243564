'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '@/lib/action'
import { changeRole, changeRoleInput } from '@/lib/services/members/change-role'
import { disableMember, disableMemberInput } from '@/lib/services/members/disable-member'
import { inviteMember, inviteMemberInput } from '@/lib/services/members/invite-member'
import { revokeInvite, revokeInviteInput } from '@/lib/services/members/revoke-invite'
import type { Context } from '@/lib/services/context'

/** Runs a use case and has the page show the list anew, also after a refusal, which often means the list was old. */
function andShow<I, O>(run: (ctx: Context, input: I) => Promise<O>) {
  return async (ctx: Context, input: I): Promise<O> => {
    const result = await run(ctx, input)
    revalidatePath(`/w/${ctx.workspace.slug}/members`)
    return result
  }
}

export const inviteAction = defineAction({
  role: 'admin',
  input: inviteMemberInput,
  run: andShow(inviteMember),
})

export const revokeInviteAction = defineAction({
  role: 'admin',
  input: revokeInviteInput,
  run: andShow(revokeInvite),
})

export const changeRoleAction = defineAction({
  role: 'admin',
  input: changeRoleInput,
  run: andShow(changeRole),
})

export const disableMemberAction = defineAction({
  role: 'admin',
  input: disableMemberInput,
  run: andShow(disableMember),
})
