'use server'

import { defineAction } from '@/lib/action'
import { updateWorkspace, updateWorkspaceInput } from '@/lib/services/workspaces/update-workspace'

/** Changes the workspace's name and zone. */
export const updateWorkspaceAction = defineAction({
  role: 'admin',
  input: updateWorkspaceInput,
  changes: true,
  run: updateWorkspace,
})
