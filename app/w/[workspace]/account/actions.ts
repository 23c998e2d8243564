'use server'

import { z } from 'zod'
import { defineUserAction } from '@/lib/action'
import { signOutEverywhere } from '@/lib/services/sessions/sign-out-everywhere'
import { changePassword, changePasswordInput } from '@/lib/services/users/change-password'

/** Changes one's own password and ends the other sessions. */
export const changePasswordAction = defineUserAction({
  input: changePasswordInput,
  run: ({ db, now, session }, input) =>
    changePassword({ db, now, userId: session.user.id, sessionId: session.sessionId }, input),
})

/** Ends every session of the signed-in person, this one too. */
export const signOutEverywhereAction = defineUserAction({
  input: z.strictObject({}),
  run: ({ db, now, session }) => signOutEverywhere({ db, now }, { userId: session.user.id }),
})
