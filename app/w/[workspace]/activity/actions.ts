'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '@/lib/action'
import { undoActivity, undoActivityInput } from '@/lib/services/undo/undo-activity'

export const undoActivityAction = defineAction({
  role: 'operator',
  input: undoActivityInput,
  async run(ctx, input) {
    const result = await undoActivity(ctx, input)
    revalidatePath(`/w/${ctx.workspace.slug}`, 'layout')
    return result.ok ? { ok: true as const, value: null } : result
  },
})
