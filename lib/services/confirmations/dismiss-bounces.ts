import type { Fragment, TransactionSql } from 'postgres'
import { newId } from '@/lib/id'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { BOUNCE_COLUMNS } from '@/lib/jobs/imports/store-step'
import { ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { recordChange } from '@/lib/services/replies/act'
import { countDismissed } from './dismissed-rows'
import {
  someUnverified,
  unverifiedInput,
  whereUnverified,
  type Judged,
  type UnverifiedInput,
} from './unverified'

/**
 * A person says that reports are not on our own mail: their bounces leave every list and figure, and what followed from them goes. They
 * stay known, so that the same report brings them no second time. Rejects where none of them is unverified, and more than 500,000.
 */
export async function dismissBounces(ctx: Context, input: UnverifiedInput): Promise<Result<Judged>> {
  const asked = authorised(ctx, 'operator', unverifiedInput, input)
  if (!asked.ok) return asked
  const { scope } = asked.value
  const { where } = await whereUnverified(ctx, scope)
  return ctx.sql.begin(async (tx): Promise<Result<Judged>> => {
    const timeZone = await lockFacts(tx, ctx.workspace.id)
    const some = await someUnverified(tx, where)
    if (!some.ok) return some
    const id = newId(ctx.now.getTime())
    const count = await setAside(tx, ctx, { id, timeZone, where })
    await tx`
      insert into dismissals (workspace_id, id, count, created_by, created_at)
      values (${ctx.workspace.id}, ${id}, ${count}, ${ctx.actor.userId}, ${ctx.now})`
    await recordChange(tx, ctx, {
      action: 'bounces.dismissed',
      subjectId: id,
      count,
      details: { scope: scope.kind },
    })
    return ok({ id, count })
  })
}

async function setAside(
  tx: TransactionSql,
  { workspace, now }: Context,
  { id, timeZone, where }: { id: string; timeZone: string; where: Fragment },
): Promise<number> {
  const columns = tx.unsafe(BOUNCE_COLUMNS)
  const { count } = await tx`
    insert into dismissed_bounces (workspace_id, dismissal_id, ${columns})
    select ${workspace.id}, ${id}, ${columns} from bounces b where ${where}`
  await tx`
    delete from bounces b using dismissed_bounces d
    where d.workspace_id = ${workspace.id} and d.dismissal_id = ${id} and b.workspace_id = d.workspace_id
      and b.occurred_at = d.occurred_at and b.dedupe_key = d.dedupe_key`
  await countDismissed(tx, { workspaceId: workspace.id, id, timeZone, now }, -1)
  await dropAccounts(tx, workspace.id, id)
  return count
}

/** Accounts that only these named go too; not while an import is about to need them, which stores names before its bounces. */
async function dropAccounts(tx: TransactionSql, workspaceId: string, id: string): Promise<void> {
  await tx`
    delete from sending_accounts a where a.workspace_id = ${workspaceId} and not a.known
      and a.address in (
        select account from dismissed_bounces where workspace_id = ${workspaceId} and dismissal_id = ${id})
      and not exists (select 1 from bounces b where b.workspace_id = ${workspaceId} and b.account = a.address)
      and not exists (
        select 1 from imports where workspace_id = ${workspaceId} and state in ('importing', 'failed'))`
}
