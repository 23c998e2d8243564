import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { accountIdSql } from '@/lib/jobs/imports/stage-table'
import { BOUNCE_COLUMNS } from '@/lib/jobs/imports/store-step'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { recordChange } from '@/lib/services/replies/act'
import { countDismissed } from './dismissed-rows'

export const undoDismissalInput = z.object({ id: z.guid() })

/** Takes a dismissal back: its bounces count again as before, but for those whose import was undone meanwhile. */
export async function undoDismissal(
  ctx: Context,
  input: z.infer<typeof undoDismissalInput>,
): Promise<Result<{ count: number }>> {
  const asked = authorised(ctx, 'operator', undoDismissalInput, input)
  if (!asked.ok) return asked
  const { id } = asked.value
  const workspaceId = ctx.workspace.id
  return ctx.sql.begin(async (tx): Promise<Result<{ count: number }>> => {
    const timeZone = await lockFacts(tx, workspaceId)
    const [act] = await tx<{ undoneAt: Date | null }[]>`
      select undone_at as "undoneAt" from dismissals where workspace_id = ${workspaceId} and id = ${id}`
    if (!act) return fail('not_found', ERRORS.not_found.text)
    if (act.undoneAt) return fail('conflict', 'This was undone already.')
    const count = await bringBack(tx, workspaceId, id)
    await countDismissed(tx, { workspaceId, id, timeZone, now: ctx.now }, 1)
    await tx`delete from dismissed_bounces where workspace_id = ${workspaceId} and dismissal_id = ${id}`
    await tx`update dismissals set undone_at = ${ctx.now} where workspace_id = ${workspaceId} and id = ${id}`
    await recordChange(tx, ctx, { action: 'bounces.dismissal_undone', subjectId: id, count })
    return ok({ count })
  })
}

async function bringBack(tx: TransactionSql, workspaceId: string, id: string): Promise<number> {
  const columns = tx.unsafe(BOUNCE_COLUMNS)
  const mine = tx`from dismissed_bounces where workspace_id = ${workspaceId} and dismissal_id = ${id}`
  const { count } = await tx`
    insert into bounces (workspace_id, ${columns}) select workspace_id, ${columns} ${mine} order by occurred_at, dedupe_key`
  await tx`
    insert into sending_accounts (workspace_id, address, id, known, created_at)
    select ${workspaceId}, account, ${tx.unsafe(accountIdSql(`'${workspaceId}'`))}, false, now()
    from (select distinct account ${mine} and account <> '') a on conflict (workspace_id, address) do nothing`
  return count
}
