'use server'

import { defineAction } from '@/lib/action'
import { choose, chooseInput } from '@/lib/services/dne/files/choose'
import { discardFile, discardFileInput } from '@/lib/services/dne/files/discard-file'
import { startStoring, startStoringInput } from '@/lib/services/dne/files/start-storing'

export const chooseAction = defineAction({ role: 'operator', input: chooseInput, changes: true, run: choose })
export const discardFileAction = defineAction({
  role: 'operator',
  input: discardFileInput,
  changes: true,
  run: discardFile,
})
export const startStoringAction = defineAction({
  role: 'operator',
  input: startStoringInput,
  changes: true,
  run: startStoring,
})
