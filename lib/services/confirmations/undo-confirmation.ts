import { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { applyEffects } from '@/lib/services/effects'
import { recordChange } from '@/lib/services/replies/act'

export const undoConfirmationInput = z.object({ id: z.guid() })

/** Takes a confirmation back: its bounces may be forged again and do nothing by themselves, and an account it made known is so no more. */
export async function undoConfirmation(
  ctx: Context,
  input: z.infer<typeof undoConfirmationInput>,
): Promise<Result<{ count: number }>> {
  const asked = authorised(ctx, 'operator', undoConfirmationInput, input)
  if (!asked.ok) return asked
  const { id } = asked.value
  const workspaceId = ctx.workspace.id
  return ctx.sql.begin(async (tx): Promise<Result<{ count: number }>> => {
    await lockFacts(tx, workspaceId)
    const [act] = await tx<{ account: string; undoneAt: Date | null }[]>`
      select account, undone_at as "undoneAt" from confirmations where workspace_id = ${workspaceId} and id = ${id}`
    if (!act) return fail('not_found', ERRORS.not_found.text)
    if (act.undoneAt) return fail('conflict', 'This was undone already.')
    const back = await tx<{ recipient: string }[]>`
      with gone as (
        delete from confirmed_bounces where workspace_id = ${workspaceId} and confirmation_id = ${id}
        returning occurred_at, dedupe_key)
      update bounces b set verified = false from gone c
      where b.workspace_id = ${workspaceId} and b.occurred_at = c.occurred_at and b.dedupe_key = c.dedupe_key
      returning b.recipient`
    if (act.account)
      await tx`
        update sending_accounts set known = false where workspace_id = ${workspaceId} and address = ${act.account}`
    await tx`update confirmations set undone_at = ${ctx.now} where workspace_id = ${workspaceId} and id = ${id}`
    const recipients = back.map((row) => row.recipient)
    await applyEffects(tx, { workspaceId, now: ctx.now }, recipients)
    await recordChange(tx, ctx, {
      action: 'bounces.confirmation_undone',
      subjectId: id,
      count: back.length,
    })
    return ok({ count: back.length })
  })
}
