'use server'

import { definePublicAction } from '@/lib/action'
import { createFirstAdmin, firstAdminInput } from '@/lib/services/users/create-first-admin'

/** Makes the first admin and workspace; the service refuses as soon as any user exists. */
export const setUpAction = definePublicAction({
  input: firstAdminInput,
  run: ({ db, now }, input) => createFirstAdmin({ db, now }, input),
})
