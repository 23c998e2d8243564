'use server'

import { defineAction } from '@/lib/action'
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
