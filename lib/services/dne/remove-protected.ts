import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { createAct, finishAct } from './act'
import { lockAddresses } from './lock-addresses'
import { takeOff } from './take-off'
import { transact } from './transact'

export const removeProtectedInput = z.strictObject({
  entryId: z.guid(),
  reason: z.enum(['complaint', 'unsubscribe']),
  why: z.string().trim().min(10, 'Write a sentence: it stays in the activity.').max(500),
})

const GONE = 'This is not on the list any more.'

/** Takes one complaint or unsubscribe off one entry; only an admin may, with a written reason. Other reasons keep it listed. */
export async function removeProtected(
  ctx: Context,
  input: z.input<typeof removeProtectedInput>,
): Promise<Result<{ actId: string }>> {
  if (!mayAct(ctx.actor.role, 'admin')) {
    return fail('forbidden', 'Only an admin takes a complaint or an unsubscribe off the list.')
  }
  const parsed = removeProtectedInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', 'Write why, in a sentence: it stays in the activity.')
  const { entryId, reason, why } = parsed.data
  const workspaceId = ctx.workspace.id
  return transact(ctx.sql, async (tx): Promise<Result<{ actId: string }>> => {
    const entry = await stands(tx, workspaceId, entryId, reason)
    if (!entry) return fail('not_found', GONE)
    await lockAddresses(tx, workspaceId, [entry.value])
    // Another admin may have been waited for.
    if (!(await stands(tx, workspaceId, entryId, reason))) return fail('not_found', GONE)
    const actId = await createAct(tx, ctx, { kind: 'remove', why, details: { reason } })
    await takeOff(
      tx,
      workspaceId,
      actId,
      tx`
      select ${entry.value}::text as value`,
      tx`r.reason = ${reason}`,
    )
    await finishAct(tx, ctx, actId, {
      action: 'dne.removed',
      count: 1,
      details: { reason },
      about: [entry.value],
    })
    return ok({ actId })
  })
}

async function stands(
  tx: TransactionSql,
  workspaceId: string,
  entryId: string,
  reason: string,
): Promise<{ value: string } | undefined> {
  const [entry] = await tx<{ value: string }[]>`
    select value from dne_reasons where workspace_id = ${workspaceId} and entry_id = ${entryId} and reason = ${reason}`
  return entry
}
