'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { exportAllowance } from '@/lib/services/exports/export-allowance'
import { reclassify, reclassifyInput } from '@/lib/services/replies/reclassify'
import { undoReclassification, undoReclassificationInput } from '@/lib/services/replies/undo-reclassification'
import type { Context } from '@/lib/services/context'

/** Runs a use case and has every page of the workspace count anew. */
function andShow<I, O>(run: (ctx: Context, input: I) => Promise<O>) {
  return async (ctx: Context, input: I): Promise<O> => {
    const result = await run(ctx, input)
    revalidatePath(`/w/${ctx.workspace.slug}`, 'layout')
    return result
  }
}

export const reclassifyAction = defineAction({
  role: 'operator',
  input: reclassifyInput,
  run: andShow(reclassify),
})

export const undoReclassificationAction = defineAction({
  role: 'operator',
  input: undoReclassificationInput,
  run: andShow(undoReclassification),
})

/** Says beforehand whether an export would start, because a download can't tell why it did not. */
export const exportAllowanceAction = defineAction({
  role: 'operator',
  input: z.object({}),
  run: (ctx) => exportAllowance(ctx),
})
