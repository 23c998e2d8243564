import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { createAct, finishAct } from './act'
import { chooseSuggestions, suggestionsInput } from './choose-suggestions'
import { clearValues } from './clear-values'
import { lockSettling } from './lock-addresses'
import { storeEntries } from './store-entries'

export const acceptSuggestionsInput = z.strictObject({
  select: suggestionsInput,
  /** `domain` lists the domains of the addresses instead. */
  scope: z.enum(['address', 'domain']).optional(),
  why: z.string().trim().max(500).optional(),
})

/** Puts suggested addresses on the list: some, or all of a kind, with one reason. Gives the act and how many. */
export async function acceptSuggestions(
  ctx: Context,
  input: z.input<typeof acceptSuggestionsInput>,
): Promise<Result<{ actId: string; count: number }>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = acceptSuggestionsInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', ERRORS.invalid_input.text)
  const { select, scope = 'address', why } = parsed.data
  return ctx.sql.begin(async (tx): Promise<Result<{ actId: string; count: number }>> => {
    await lockSettling(tx, ctx.workspace.id)
    const chosen = await chooseSuggestions(tx, ctx.workspace.id, select)
    if (chosen === 0) return fail('conflict', 'Somebody decided these already. Reload the page.')
    const actId = await createAct(tx, ctx, { kind: 'accept', why, details: { scope } })
    const count = await storeEntries(tx, ctx, actId, scope === 'domain' ? domains(tx) : addresses(tx))
    await clearValues(tx, ctx, {
      actId,
      kind: 'dismissed',
      at: ctx.now,
      values: tx`
      select value from chosen_suggestions`,
    })
    await finishAct(tx, ctx, actId, { action: 'dne.accepted', count, details: { scope } })
    return ok({ actId, count })
  })
}

function addresses(tx: TransactionSql) {
  return tx`
    select value, 'address' as scope, domain, 'bounce' as reason, category, null::timestamptz as until, bounce_at,
      'suggestion' as source, '' as note, null::timestamptz as created_at from chosen_suggestions`
}

function domains(tx: TransactionSql) {
  return tx`
    select domain as value, 'domain' as scope, domain, 'bounce' as reason, min(category) as category,
      null::timestamptz as until, max(bounce_at) as bounce_at, 'suggestion' as source, '' as note,
      null::timestamptz as created_at from chosen_suggestions group by domain`
}
