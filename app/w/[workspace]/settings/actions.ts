'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '@/lib/action'
import { updateWorkspace, updateWorkspaceInput } from '@/lib/services/workspaces/update-workspace'

/** Changes the workspace's name and zone. */
export const updateWorkspaceAction = defineAction({
  role: 'admin',
  input: updateWorkspaceInput,
  run: async (ctx, input) => {
    const result = await updateWorkspace(ctx, input)
    if (result.ok) revalidatePath(`/w/${ctx.workspace.slug}`, 'layout')
    return result
  },
})
