'use server'

import { z } from 'zod'
import { takeOne } from '@/db/queries/access/limits'
import { definePublicAction, defineUserAction } from '@/lib/action'
import { ERRORS } from '@/lib/errors'
import { fail } from '@/lib/result'
import { joinAsNewUser, joinAsNewUserInput } from '@/lib/services/members/join-as-new-user'
import { joinWorkspace } from '@/lib/services/members/join-workspace'

/** Makes a user out of an invite; the link is the permission. Limited, because each try hashes a password. */
export const joinAsNewUserAction = definePublicAction({
  input: joinAsNewUserInput,
  run: async ({ db, sql, now, address }, input) => {
    const taken = await takeOne(sql, { key: `join:${address}`, max: 20, seconds: 900, now })
    if (!taken.allowed) return fail('limit_exceeded', ERRORS.limit_exceeded.text)
    return joinAsNewUser({ db, now }, input)
  },
})

/** Lets the signed-in person join by an invite. */
export const joinAction = defineUserAction({
  input: z.object({ workspaceSlug: z.string().max(100), token: z.string().max(200) }),
  run: ({ db, now, session }, link) => joinWorkspace({ db, now }, { ...link, userId: session.user.id }),
})
