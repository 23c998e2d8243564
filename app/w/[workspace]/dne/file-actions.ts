'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '@/lib/action'
import type { Context } from '@/lib/services/context'
import { choose, chooseInput } from '@/lib/services/dne/files/choose'
import { discardFile, discardFileInput } from '@/lib/services/dne/files/discard-file'
import { startStoring, startStoringInput } from '@/lib/services/dne/files/start-storing'

function andShow<I, O>(run: (ctx: Context, input: I) => Promise<O>) {
  return async (ctx: Context, input: I): Promise<O> => {
    const result = await run(ctx, input)
    revalidatePath(`/w/${ctx.workspace.slug}/dne`, 'layout')
    return result
  }
}

export const chooseAction = defineAction({ role: 'operator', input: chooseInput, run: andShow(choose) })
export const discardFileAction = defineAction({
  role: 'operator',
  input: discardFileInput,
  run: andShow(discardFile),
})
export const startStoringAction = defineAction({
  role: 'operator',
  input: startStoringInput,
  run: andShow(startStoring),
})
