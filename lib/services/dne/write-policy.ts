import type { TransactionSql } from 'postgres'
import type { DnePolicy } from '@/lib/dne/policy'
import type { Context } from '@/lib/services/context'
import { settleRecipients } from './settle-recipients'

/** Bounds memory, not meaning. */
const AT_ONCE = 20_000

/**
 * Makes a policy the workspace's own, and derives anew what it changes: every recipient who bounced under one of the categories whose
 * rule is another than before.
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
  for (let after = ''; ;) {
    const rows = await tx<{ recipient: string }[]>`
      select distinct recipient from bounces
      where workspace_id = ${workspace.id} and category = any(${changedCategories(policy, before)}::text[]) and recipient > ${after}
      order by recipient limit ${AT_ONCE}`
    if (rows.length === 0) return
    await settleRecipients(
      tx,
      scope,
      rows.map((row) => row.recipient),
      policy,
    )
    after = rows.at(-1)!.recipient
  }
}

function changedCategories(policy: DnePolicy, before: DnePolicy): string[] {
  const all = Object.keys(policy.categories)
  if (policy.options.plusTags !== before.options.plusTags) return all
  return all.filter((id) => JSON.stringify(policy.categories[id]) !== JSON.stringify(before.categories[id]))
}
