'use server'

import { defineAction } from '@/lib/action'
import { ok } from '@/lib/result'
import { undoActivity, undoActivityInput } from '@/lib/services/undo/undo-activity'

export const undoActivityAction = defineAction({
  role: 'operator',
  input: undoActivityInput,
  changes: true,
  async run(ctx, input) {
    const result = await undoActivity(ctx, input)
    return result.ok ? ok(null) : result
  },
})
