import { z } from 'zod'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import { ERASED_DOMAIN } from '@/lib/dne/erased'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import { chosenByFilter, chosenByKey, whereChosen } from '@/lib/services/chosen-bounces'
import type { Context } from '@/lib/services/context'
import { createAct, finishAct } from './act'
import { storeEntries } from './store-entries'

export const listRecipientsInput = z.strictObject({
  /** Whose bounces: some by key, or all of a filter. */
  scope: z.discriminatedUnion('kind', [chosenByFilter, chosenByKey]),
  reason: z.enum(['manual', 'complaint', 'unsubscribe']),
  note: z.string().trim().max(500),
})

const MOST = 200_000

/** Puts the recipients of bounces on the Do Not Email list, for good, as one act; whoever is on it for that reason stays as it is. */
export async function listRecipients(
  ctx: Context,
  input: z.input<typeof listRecipientsInput>,
): Promise<Result<{ actId: string | null; added: number }>> {
  const allowed = authorised(ctx, 'operator', listRecipientsInput, input)
  if (!allowed.ok) return allowed
  const { scope, reason, note } = allowed.value
  const { where } = await whereChosen(ctx, scope)
  return ctx.sql.begin(async (tx): Promise<Result<{ actId: string | null; added: number }>> => {
    const { plusTags } = (await loadPolicy(tx, ctx.workspace.id)).options
    const listedAs = plusTags
      ? tx`case when left(b.recipient, 1) <> '"' and b.recipient like '_%+%@%'
          then regexp_replace(b.recipient, '[+][^@]*@', '@') else b.recipient end`
      : tx`b.recipient`
    const recipients = tx`
      select ${listedAs} as value, min(b.domain) as domain from bounces b where ${where} group by 1`
    const [most] = await tx<{ n: number }[]>`
      select count(*)::int as n from (select 1 from (${recipients}) r limit ${MOST + 1}) s`
    if (most!.n > MOST)
      return fail('precondition_failed', 'These are too many people at once. Narrow the filter first.')
    const actId = await createAct(tx, ctx, { kind: 'add', why: note })
    const added = await storeEntries(
      tx,
      ctx,
      actId,
      tx`
        select value, 'address' as scope, domain, ${reason}::text as reason, '' as category, null::timestamptz as until,
          null::timestamptz as bounce_at, 'person' as source, ${note}::text as note, null::timestamptz as created_at
        from (${recipients}) r where domain <> ${ERASED_DOMAIN}`,
    )
    if (added === 0) {
      await tx`delete from dne_acts where workspace_id = ${ctx.workspace.id} and id = ${actId}`
      return ok({ actId: null, added })
    }
    await finishAct(tx, ctx, actId, {
      action: 'dne.added',
      count: added,
      details: { reason, of: scope.kind },
    })
    return ok({ actId, added })
  })
}
