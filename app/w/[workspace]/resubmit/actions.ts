'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '@/lib/action'
import type { Context } from '@/lib/services/context'
import { undoAct, undoActInput } from '@/lib/services/dne/undo-act'
import { addDestination, addDestinationInput } from '@/lib/services/resubmit/add-destination'
import { cancelContact, cancelContactInput } from '@/lib/services/resubmit/cancel-contact'
import { changeBatch, changeBatchInput } from '@/lib/services/resubmit/change-batch'
import { changeDestination, changeDestinationInput } from '@/lib/services/resubmit/change-destination'
import { listGivenUp, listGivenUpInput } from '@/lib/services/resubmit/list-given-up'
import { markFixed, markFixedInput } from '@/lib/services/resubmit/mark-fixed'
import { replayDelivery, replayDeliveryInput } from '@/lib/services/resubmit/replay-delivery'
import { rotateSecret, rotateSecretInput } from '@/lib/services/resubmit/rotate-secret'
import { saveTries, saveTriesInput } from '@/lib/services/resubmit/save-tries'
import { testDestination, testDestinationInput } from '@/lib/services/resubmit/test-destination'
import { undoFix, undoFixInput } from '@/lib/services/resubmit/undo-fix'

/** Runs a use case and has every page of the workspace count anew. */
function andShow<I, O>(run: (ctx: Context, input: I) => Promise<O>) {
  return async (ctx: Context, input: I): Promise<O> => {
    const result = await run(ctx, input)
    revalidatePath(`/w/${ctx.workspace.slug}`, 'layout')
    return result
  }
}

export const markFixedAction = defineAction({
  role: 'operator',
  input: markFixedInput,
  run: andShow(markFixed),
})
export const undoFixAction = defineAction({ role: 'operator', input: undoFixInput, run: andShow(undoFix) })
export const listGivenUpAction = defineAction({
  role: 'operator',
  input: listGivenUpInput,
  run: andShow(listGivenUp),
})
export const undoListedAction = defineAction({ role: 'operator', input: undoActInput, run: andShow(undoAct) })
export const changeBatchAction = defineAction({
  role: 'operator',
  input: changeBatchInput,
  run: andShow(changeBatch),
})
export const cancelContactAction = defineAction({
  role: 'operator',
  input: cancelContactInput,
  run: andShow(cancelContact),
})
export const addDestinationAction = defineAction({
  role: 'admin',
  input: addDestinationInput,
  run: andShow(addDestination),
})
export const rotateSecretAction = defineAction({
  role: 'admin',
  input: rotateSecretInput,
  run: andShow(rotateSecret),
})
export const changeDestinationAction = defineAction({
  role: 'admin',
  input: changeDestinationInput,
  run: andShow(changeDestination),
})
export const testDestinationAction = defineAction({
  role: 'operator',
  input: testDestinationInput,
  run: andShow(testDestination),
})
export const replayDeliveryAction = defineAction({
  role: 'operator',
  input: replayDeliveryInput,
  run: andShow(replayDelivery),
})
export const saveTriesAction = defineAction({ role: 'admin', input: saveTriesInput, run: andShow(saveTries) })
