'use server'

import { defineAction } from '@/lib/action'
import { confirmBounces } from '@/lib/services/confirmations/confirm-bounces'
import { dismissBounces } from '@/lib/services/confirmations/dismiss-bounces'
import { undoConfirmation, undoConfirmationInput } from '@/lib/services/confirmations/undo-confirmation'
import { undoDismissal, undoDismissalInput } from '@/lib/services/confirmations/undo-dismissal'
import { unverifiedInput } from '@/lib/services/confirmations/unverified'
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
  input: unverifiedInput,
  changes: true,
  run: confirmBounces,
})

export const undoConfirmationAction = defineAction({
  role: 'operator',
  input: undoConfirmationInput,
  changes: true,
  run: undoConfirmation,
})

export const dismissBouncesAction = defineAction({
  role: 'operator',
  input: unverifiedInput,
  changes: true,
  run: dismissBounces,
})

export const undoDismissalAction = defineAction({
  role: 'operator',
  input: undoDismissalInput,
  changes: true,
  run: undoDismissal,
})
