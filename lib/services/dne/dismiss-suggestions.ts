import { z } from 'zod'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { createAct, finishAct } from './act'
import { chooseSuggestions, suggestionsInput } from './choose-suggestions'
import { clearValues } from './clear-values'
import { lockSelected, lockSettling } from './lock-addresses'
import { transact } from './transact'

export const dismissSuggestionsInput = z.strictObject({
  select: suggestionsInput,
  why: z.string().trim().max(500).optional(),
})

/** Says no to suggestions: bounces up to now suggest these addresses no more. Gives the act and how many. */
export async function dismissSuggestions(
  ctx: Context,
  input: z.input<typeof dismissSuggestionsInput>,
): Promise<Result<{ actId: string; count: number }>> {
  const asked = authorised(ctx, 'operator', dismissSuggestionsInput, input)
  if (!asked.ok) return asked
  const { select, why } = asked.value
  return transact(ctx.sql, async (tx): Promise<Result<{ actId: string; count: number }>> => {
    await lockSettling(tx, ctx.workspace.id)
    const count = await chooseSuggestions(tx, ctx.workspace.id, select)
    if (count === 0) return fail('conflict', 'Somebody decided these already. Reload the page.')
    await lockSelected(tx, ctx.workspace.id, 'select value from chosen_suggestions')
    const actId = await createAct(tx, ctx, { kind: 'dismiss', why })
    await clearValues(tx, ctx, {
      actId,
      kind: 'dismissed',
      at: ctx.now,
      values: tx`
      select value from chosen_suggestions`,
    })
    await finishAct(tx, ctx, actId, { action: 'dne.dismissed', count })
    return ok({ actId, count })
  })
}
