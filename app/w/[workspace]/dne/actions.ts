'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '@/lib/action'
import type { Context } from '@/lib/services/context'
import { acceptSuggestions, acceptSuggestionsInput } from '@/lib/services/dne/accept-suggestions'
import { addEntries, addEntriesInput } from '@/lib/services/dne/add-entries'
import { changeEntry, changeEntryInput } from '@/lib/services/dne/change-entry'
import { dismissSuggestions, dismissSuggestionsInput } from '@/lib/services/dne/dismiss-suggestions'
import { removeEntries, removeEntriesInput } from '@/lib/services/dne/remove-entries'
import { removeProtected, removeProtectedInput } from '@/lib/services/dne/remove-protected'
import { undoAct, undoActInput } from '@/lib/services/dne/undo-act'

/** Runs a use case and has every page of the workspace look anew. */
function andShow<I, O>(run: (ctx: Context, input: I) => Promise<O>) {
  return async (ctx: Context, input: I): Promise<O> => {
    const result = await run(ctx, input)
    revalidatePath(`/w/${ctx.workspace.slug}`, 'layout')
    return result
  }
}

export const addEntriesAction = defineAction({
  role: 'operator',
  input: addEntriesInput,
  run: andShow(addEntries),
})
export const removeEntriesAction = defineAction({
  role: 'operator',
  input: removeEntriesInput,
  run: andShow(removeEntries),
})
export const removeProtectedAction = defineAction({
  role: 'admin',
  input: removeProtectedInput,
  run: andShow(removeProtected),
})
export const undoActAction = defineAction({ role: 'operator', input: undoActInput, run: andShow(undoAct) })
export const changeEntryAction = defineAction({
  role: 'operator',
  input: changeEntryInput,
  run: andShow(changeEntry),
})
export const acceptAction = defineAction({
  role: 'operator',
  input: acceptSuggestionsInput,
  run: andShow(acceptSuggestions),
})
export const dismissAction = defineAction({
  role: 'operator',
  input: dismissSuggestionsInput,
  run: andShow(dismissSuggestions),
})
