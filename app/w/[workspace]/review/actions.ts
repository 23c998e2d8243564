'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { reclassify, reclassifyInput } from '@/lib/services/replies/reclassify'
import { undoReclassification, undoReclassificationInput } from '@/lib/services/replies/undo-reclassification'

/** Decides a reply, for its whole history and from now on. */
export const decideAction = defineAction({
  role: 'operator',
  input: z.object({ templateId: z.guid(), category: reclassifyInput.shape.category }),
  changes: true,
  run: (ctx, { templateId, category }) => reclassify(ctx, { category, scope: { kind: 'reply', templateId } }),
})

export const undoAction = defineAction({
  role: 'operator',
  input: undoReclassificationInput,
  changes: true,
  run: undoReclassification,
})
