'use server'

import { z } from 'zod'
import { takeOne } from '@/db/queries/access/limits'
import { defineUserAction } from '@/lib/action'
import { ERRORS } from '@/lib/errors'
import { fail } from '@/lib/result'
import { signOutEverywhere } from '@/lib/services/sessions/sign-out-everywhere'
import { changePassword, changePasswordInput } from '@/lib/services/users/change-password'

/** Changes one's own password, at most ten tries in 15 minutes, and ends the other sessions. */
export const changePasswordAction = defineUserAction({
  input: changePasswordInput,
  run: async ({ db, sql, now, session }, input) => {
    const { user, sessionId } = session
    const taken = await takeOne(sql, { key: `password:${user.id}`, max: 10, seconds: 900, now })
    if (!taken.allowed) return fail('limit_exceeded', ERRORS.limit_exceeded.text)
    return changePassword({ db, now, userId: user.id, sessionId }, input)
  },
})

/** Ends every session of the signed-in person, this one too. */
export const signOutEverywhereAction = defineUserAction({
  input: z.strictObject({}),
  run: ({ db, now, session }) => signOutEverywhere({ db, now }, { userId: session.user.id }),
})
