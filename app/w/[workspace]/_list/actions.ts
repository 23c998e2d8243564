'use server'

import { defineAction } from '@/lib/action'
import { listRecipients, listRecipientsInput } from '@/lib/services/dne/list-recipients'
import { undoAct, undoActInput } from '@/lib/services/dne/undo-act'

export const listRecipientsAction = defineAction({
  role: 'operator',
  input: listRecipientsInput,
  changes: true,
  run: listRecipients,
})

export const undoListingAction = defineAction({
  role: 'operator',
  input: undoActInput,
  changes: true,
  run: undoAct,
})
