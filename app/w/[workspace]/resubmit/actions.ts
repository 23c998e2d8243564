'use server'

import { defineAction } from '@/lib/action'
import { undoAct, undoActInput } from '@/lib/services/dne/undo-act'
import { addDestination, addDestinationInput } from '@/lib/services/resubmit/add-destination'
import { cancelContact, cancelContactInput } from '@/lib/services/resubmit/cancel-contact'
import { changeBatch, changeBatchInput } from '@/lib/services/resubmit/change-batch'
import { changeDestination, changeDestinationInput } from '@/lib/services/resubmit/change-destination'
import { listGivenUp, listGivenUpInput } from '@/lib/services/resubmit/list-given-up'
import { replayDelivery, replayDeliveryInput } from '@/lib/services/resubmit/replay-delivery'
import { rotateSecret, rotateSecretInput } from '@/lib/services/resubmit/rotate-secret'
import { saveTries, saveTriesInput } from '@/lib/services/resubmit/save-tries'
import { testDestination, testDestinationInput } from '@/lib/services/resubmit/test-destination'

export const listGivenUpAction = defineAction({
  role: 'operator',
  input: listGivenUpInput,
  changes: true,
  run: listGivenUp,
})
export const undoListedAction = defineAction({
  role: 'operator',
  input: undoActInput,
  changes: true,
  run: undoAct,
})
export const changeBatchAction = defineAction({
  role: 'operator',
  input: changeBatchInput,
  changes: true,
  run: changeBatch,
})
export const cancelContactAction = defineAction({
  role: 'operator',
  input: cancelContactInput,
  changes: true,
  run: cancelContact,
})
export const addDestinationAction = defineAction({
  role: 'admin',
  input: addDestinationInput,
  changes: true,
  run: addDestination,
})
export const rotateSecretAction = defineAction({
  role: 'admin',
  input: rotateSecretInput,
  changes: true,
  run: rotateSecret,
})
export const changeDestinationAction = defineAction({
  role: 'admin',
  input: changeDestinationInput,
  changes: true,
  run: changeDestination,
})
export const testDestinationAction = defineAction({
  role: 'operator',
  input: testDestinationInput,
  changes: true,
  run: testDestination,
})
export const replayDeliveryAction = defineAction({
  role: 'operator',
  input: replayDeliveryInput,
  changes: true,
  run: replayDelivery,
})
export const saveTriesAction = defineAction({
  role: 'admin',
  input: saveTriesInput,
  changes: true,
  run: saveTries,
})
