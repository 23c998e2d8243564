import type { TransactionSql } from 'postgres'
import type { DnePolicy } from '@/lib/dne/policy'
import type { Context } from '@/lib/services/context'
import { countingGood } from './count-good'
import { TAGGED_VALUE } from './list-untagged'
import { lockSelected } from './lock-addresses'
import { settleRecipients } from './settle-recipients'

/** Bounds memory, not meaning. */
const AT_ONCE = 20_000

/**
 * Makes a policy the workspace's own, and derives anew what it changes: every recipient who bounced under one of the categories whose
 * rule is another than before. Where tags begin or cease to matter, what stood in the other form goes.
 */
export async function writePolicy(
  tx: TransactionSql,
  { workspace, actor, now }: Context,
  policy: DnePolicy,
  before: DnePolicy,
): Promise<void> {
  await tx`
    insert into dne_policies (workspace_id, policy, updated_at, updated_by)
    values (${workspace.id}, ${tx.json(policy as never)}, ${now}, ${actor.userId})
    on conflict (workspace_id) do update
      set policy = excluded.policy, updated_at = excluded.updated_at, updated_by = excluded.updated_by`
  const scope = { workspaceId: workspace.id, now }
  const categories = changedCategories(policy, before)
  const settle = (recipients: string[]) => settleRecipients(tx, scope, recipients, policy)
  await page(
    (after) => tx<Value[]>`
      select distinct recipient as value from bounces
      where workspace_id = ${workspace.id} and category = any(${categories}::text[]) and recipient > ${after}
      order by 1 limit ${AT_ONCE}`,
    settle,
  )
  if (policy.options.plusTags === before.options.plusTags) return
  if (policy.options.plusTags) await dropTagged(tx, workspace.id)
  else await page((after) => derivedBehind(tx, workspace.id, after), settle)
}

type Value = { value: string }

async function page(
  next: (after: string) => PromiseLike<readonly Value[]>,
  settle: (values: string[]) => Promise<void>,
): Promise<void> {
  for (let after = ''; ;) {
    const values = (await next(after)).map((row) => row.value)
    if (values.length === 0) return
    await settle(values)
    after = values.at(-1)!
  }
}

/** What stands for several tagged recipients need not be a recipient itself. */
function derivedBehind(tx: TransactionSql, workspaceId: string, after: string) {
  return tx<Value[]>`
    select value from dne_reasons where workspace_id = ${workspaceId} and source = 'bounce' and value > ${after}
    union select value from dne_suggestions where workspace_id = ${workspaceId} and value > ${after}
    order by 1 limit ${AT_ONCE}`
}

/** Their bounces count for the address without the tag now. */
async function dropTagged(tx: TransactionSql, workspaceId: string): Promise<void> {
  const derived = `select value from dne_reasons
    where workspace_id = '${workspaceId}'::uuid and source = 'bounce' and ${TAGGED_VALUE}`
  await lockSelected(tx, workspaceId, derived)
  await tx`create temp table if not exists tagged (value text collate "C" primary key) on commit delete rows`
  await tx.unsafe(`insert into tagged ${derived} on conflict do nothing`)
  await countingGood(tx, workspaceId, tx`select value from tagged`, () =>
    tx`
      delete from dne_reasons r using tagged t
      where r.workspace_id = ${workspaceId} and r.value = t.value and r.source = 'bounce'`.execute(),
  )
  await tx`delete from dne_suggestions where workspace_id = ${workspaceId} and ${tx.unsafe(TAGGED_VALUE)}`
}

function changedCategories(policy: DnePolicy, before: DnePolicy): string[] {
  const all = Object.keys(policy.categories)
  if (policy.options.plusTags !== before.options.plusTags) return all
  return all.filter((id) => JSON.stringify(policy.categories[id]) !== JSON.stringify(before.categories[id]))
}
