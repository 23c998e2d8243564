import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { createAct, finishAct } from './act'
import { chooseSuggestions, suggestionsInput } from './choose-suggestions'
import { clearValues } from './clear-values'
import { lockSettling } from './lock-addresses'
import { storeEntries } from './store-entries'
import { transact } from './transact'

export const acceptSuggestionsInput = z.strictObject({
  select: suggestionsInput,
  why: z.string().trim().max(500).optional(),
})

/** Puts suggested addresses on the list: some, or all of a kind, with one reason. Gives the act and how many. */
export async function acceptSuggestions(
  ctx: Context,
  input: z.input<typeof acceptSuggestionsInput>,
): Promise<Result<{ actId: string; count: number }>> {
  const asked = authorised(ctx, 'operator', acceptSuggestionsInput, input)
  if (!asked.ok) return asked
  const { select, why } = asked.value
  return transact(ctx.sql, async (tx): Promise<Result<{ actId: string; count: number }>> => {
    await lockSettling(tx, ctx.workspace.id)
    const chosen = await chooseSuggestions(tx, ctx.workspace.id, select)
    if (chosen === 0) return fail('conflict', 'Somebody decided these already. Reload the page.')
    const actId = await createAct(tx, ctx, { kind: 'accept', why })
    const count = await storeEntries(tx, ctx, actId, addresses(tx))
    await clearValues(tx, ctx, {
      actId,
      kind: 'dismissed',
      at: ctx.now,
      values: tx`
      select value from chosen_suggestions`,
    })
    await finishAct(tx, ctx, actId, { action: 'dne.accepted', count })
    return ok({ actId, count })
  })
}

function addresses(tx: TransactionSql) {
  return tx`
    select value, 'address' as scope, domain, reason, category, null::timestamptz as until, bounce_at,
      'suggestion' as source, '' as note, null::timestamptz as created_at from chosen_suggestions`
}
