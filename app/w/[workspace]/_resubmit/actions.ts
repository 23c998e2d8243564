'use server'

import { listDestinations } from '@/db/queries/resubmit/destinations'
import { defineAction } from '@/lib/action'
import { ok } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { batchScope, createBatchInput, type BatchScope } from '@/lib/services/resubmit/batch-input'
import { createBatch } from '@/lib/services/resubmit/create-batch'
import { markFixed, markFixedInput } from '@/lib/services/resubmit/mark-fixed'
import { previewBatch } from '@/lib/services/resubmit/preview-batch'
import { undoFix, undoFixInput } from '@/lib/services/resubmit/undo-fix'

/** Who of a scope would go, and where to. */
export const previewBatchAction = defineAction({
  role: 'operator',
  input: batchScope,
  run: async (ctx: Context, scope: BatchScope) => {
    const preview = await previewBatch(ctx, scope)
    if (!preview.ok) return preview
    const destinations = await listDestinations(ctx.sql, ctx.workspace.id)
    return ok({
      preview: preview.value,
      destinations: destinations
        .filter(({ state }) => state === 'on')
        .map(({ id, name }) => ({ id, name, hint: '' })),
      zone: ctx.workspace.timeZone,
      now: ctx.now.toISOString(),
    })
  },
})

export const createBatchAction = defineAction({
  role: 'operator',
  input: createBatchInput,
  changes: true,
  run: createBatch,
})

export const markFixedAction = defineAction({
  role: 'operator',
  input: markFixedInput,
  changes: true,
  run: markFixed,
})

export const undoFixAction = defineAction({
  role: 'operator',
  input: undoFixInput,
  changes: true,
  run: undoFix,
})
