'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { exportAllowance } from '@/lib/services/exports/export-allowance'
import { reclassify, reclassifyInput } from '@/lib/services/replies/reclassify'
import { undoReclassification, undoReclassificationInput } from '@/lib/services/replies/undo-reclassification'

export const reclassifyAction = defineAction({
  role: 'operator',
  input: reclassifyInput,
  changes: true,
  run: reclassify,
})

export const undoReclassificationAction = defineAction({
  role: 'operator',
  input: undoReclassificationInput,
  changes: true,
  run: undoReclassification,
})

/** Says beforehand whether an export would start, because a download can't tell why it did not. */
export const exportAllowanceAction = defineAction({
  role: 'operator',
  input: z.object({}),
  run: (ctx) => exportAllowance(ctx),
})
