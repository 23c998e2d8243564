'use server'

import { defineUserAction } from '@/lib/action'
import { createWorkspace, createWorkspaceInput } from '@/lib/services/workspaces/create-workspace'

/** Makes another workspace with the signed-in person as its admin. */
export const createWorkspaceAction = defineUserAction({
  input: createWorkspaceInput,
  run: ({ db, now, session }, input) => createWorkspace({ db, now }, { ...input, adminId: session.user.id }),
})
