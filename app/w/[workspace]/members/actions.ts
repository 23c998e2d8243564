'use server'

import { defineAction } from '@/lib/action'
import { changeRole, changeRoleInput } from '@/lib/services/members/change-role'
import { disableMember, disableMemberInput } from '@/lib/services/members/disable-member'
import { inviteMember, inviteMemberInput } from '@/lib/services/members/invite-member'
import { revokeInvite, revokeInviteInput } from '@/lib/services/members/revoke-invite'

export const inviteAction = defineAction({
  role: 'admin',
  input: inviteMemberInput,
  changes: true,
  run: inviteMember,
})

export const revokeInviteAction = defineAction({
  role: 'admin',
  input: revokeInviteInput,
  changes: true,
  run: revokeInvite,
})

export const changeRoleAction = defineAction({
  role: 'admin',
  input: changeRoleInput,
  changes: true,
  run: changeRole,
})

export const disableMemberAction = defineAction({
  role: 'admin',
  input: disableMemberInput,
  changes: true,
  run: disableMember,
})
