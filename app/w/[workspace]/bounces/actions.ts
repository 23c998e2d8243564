'use server'

import { defineAction } from '@/lib/action'
import { confirmBounces, confirmBouncesInput } from '@/lib/services/confirmations/confirm-bounces'
import { undoConfirmation, undoConfirmationInput } from '@/lib/services/confirmations/undo-confirmation'
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

export const confirmBouncesAction = defineAction({
  role: 'operator',
  input: confirmBouncesInput,
  changes: true,
  run: confirmBounces,
})

export const undoConfirmationAction = defineAction({
  role: 'operator',
  input: undoConfirmationInput,
  changes: true,
  run: undoConfirmation,
})
