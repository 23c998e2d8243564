'use server'

import { defineAction } from '@/lib/action'
import { saveRetention, saveRetentionInput } from '@/lib/services/retention/save-retention'
import { updateWorkspace, updateWorkspaceInput } from '@/lib/services/workspaces/update-workspace'

/** Changes the workspace's name and zone. */
export const updateWorkspaceAction = defineAction({
  role: 'admin',
  input: updateWorkspaceInput,
  changes: true,
  run: updateWorkspace,
})

/** Changes for how long data is kept. */
export const saveRetentionAction = defineAction({
  role: 'admin',
  input: saveRetentionInput,
  changes: true,
  run: saveRetention,
})
