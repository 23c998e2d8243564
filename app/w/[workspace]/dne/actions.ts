'use server'

import { defineAction } from '@/lib/action'
import { acceptSuggestions, acceptSuggestionsInput } from '@/lib/services/dne/accept-suggestions'
import { addEntries, addEntriesInput } from '@/lib/services/dne/add-entries'
import { changeEntry, changeEntryInput } from '@/lib/services/dne/change-entry'
import { dismissSuggestions, dismissSuggestionsInput } from '@/lib/services/dne/dismiss-suggestions'
import { removeEntries, removeEntriesInput } from '@/lib/services/dne/remove-entries'
import { removeProtected, removeProtectedInput } from '@/lib/services/dne/remove-protected'
import { undoAct, undoActInput } from '@/lib/services/dne/undo-act'

export const addEntriesAction = defineAction({
  role: 'operator',
  input: addEntriesInput,
  changes: true,
  run: addEntries,
})
export const removeEntriesAction = defineAction({
  role: 'operator',
  input: removeEntriesInput,
  changes: true,
  run: removeEntries,
})
export const removeProtectedAction = defineAction({
  role: 'admin',
  input: removeProtectedInput,
  changes: true,
  run: removeProtected,
})
export const undoActAction = defineAction({
  role: 'operator',
  input: undoActInput,
  changes: true,
  run: undoAct,
})
export const changeEntryAction = defineAction({
  role: 'operator',
  input: changeEntryInput,
  changes: true,
  run: changeEntry,
})
export const acceptAction = defineAction({
  role: 'operator',
  input: acceptSuggestionsInput,
  changes: true,
  run: acceptSuggestions,
})
export const dismissAction = defineAction({
  role: 'operator',
  input: dismissSuggestionsInput,
  changes: true,
  run: dismissSuggestions,
})
