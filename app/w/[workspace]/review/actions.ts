'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import type { Context } from '@/lib/services/context'
import { reclassify, reclassifyInput, type ReclassifyInput } from '@/lib/services/replies/reclassify'
import { undoReclassification, undoReclassificationInput } from '@/lib/services/replies/undo-reclassification'

function andShow<I, O>(run: (ctx: Context, input: I) => Promise<O>) {
  return async (ctx: Context, input: I): Promise<O> => {
    const result = await run(ctx, input)
    revalidatePath(`/w/${ctx.workspace.slug}`, 'layout')
    return result
  }
}

/** Decides a reply, for its whole history and from now on. */
export const decideAction = defineAction({
  role: 'operator',
  input: z.object({ templateId: z.guid(), category: reclassifyInput.shape.category }),
  run: andShow(
    (ctx: Context, { templateId, category }: { templateId: string; category: ReclassifyInput['category'] }) =>
      reclassify(ctx, { category, scope: { kind: 'reply', templateId } }),
  ),
})

export const undoAction = defineAction({
  role: 'operator',
  input: undoReclassificationInput,
  run: andShow(undoReclassification),
})
