import type { Fragment, TransactionSql } from 'postgres'
import { newId } from '@/lib/id'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { applyEffects } from '@/lib/services/effects'
import { recordChange } from '@/lib/services/replies/act'
import {
  someUnverified,
  unverifiedInput,
  whereUnverified,
  type Judged,
  type UnverifiedInput,
} from './unverified'

/**
 * A person vouches for bounces of reports that may be forged: from then on they count like any other, with all that follows for their
 * recipients. Rejects where none of them is unverified, and more than 500,000.
 */
export async function confirmBounces(ctx: Context, input: UnverifiedInput): Promise<Result<Judged>> {
  const asked = authorised(ctx, 'operator', unverifiedInput, input)
  if (!asked.ok) return asked
  const { scope } = asked.value
  const { where } = await whereUnverified(ctx, scope)
  return ctx.sql.begin(async (tx): Promise<Result<Judged>> => {
    await lockFacts(tx, ctx.workspace.id)
    const some = await someUnverified(tx, where)
    if (!some.ok) return some
    const id = newId(ctx.now.getTime())
    const count = await confirm(tx, ctx, id, where)
    const account = scope.kind === 'account' && (await makeKnown(tx, ctx, scope.account)) ? scope.account : ''
    await tx`
      insert into confirmations (workspace_id, id, account, count, created_by, created_at)
      values (${ctx.workspace.id}, ${id}, ${account}, ${count}, ${ctx.actor.userId}, ${ctx.now})`
    await recordChange(tx, ctx, {
      action: 'bounces.confirmed',
      subjectId: id,
      count,
      details: { scope: scope.kind },
    })
    return ok({ id, count })
  })
}

async function confirm(
  tx: TransactionSql,
  { workspace, now }: Context,
  id: string,
  where: Fragment,
): Promise<number> {
  const { count } = await tx`
    insert into confirmed_bounces (workspace_id, occurred_at, dedupe_key, confirmation_id)
    select b.workspace_id, b.occurred_at, b.dedupe_key, ${id} from bounces b where ${where}
    on conflict (workspace_id, occurred_at, dedupe_key) do update set confirmation_id = excluded.confirmation_id`
  const confirmed = await tx<{ recipient: string }[]>`
    update bounces b set verified = true from confirmed_bounces c
    where c.workspace_id = ${workspace.id} and c.confirmation_id = ${id} and b.workspace_id = c.workspace_id
      and b.occurred_at = c.occurred_at and b.dedupe_key = c.dedupe_key
    returning b.recipient`
  const recipients = confirmed.map((row) => row.recipient)
  await applyEffects(tx, { workspaceId: workspace.id, now }, recipients)
  return count
}

/** Reports on mail from it count by themselves from then on; false where it was known already. */
async function makeKnown(tx: TransactionSql, { workspace }: Context, account: string): Promise<boolean> {
  const { count } = await tx`
    update sending_accounts set known = true
    where workspace_id = ${workspace.id} and address = ${account} and not known`
  return count > 0
}
