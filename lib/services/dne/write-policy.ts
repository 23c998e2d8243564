import type { TransactionSql } from 'postgres'
import type { DnePolicy } from '@/lib/dne/policy'
import type { ActingIn } from './act'
import { lockList } from './lock-addresses'
import { beginSettling } from './runs/settling'

/**
 * Makes a policy the workspace's own, and has a worker derive anew what it changes. From the commit on every decision follows it:
 * hand-overs under way are waited for, later ones look ahead of the worker (`listedInForce`).
 */
export async function writePolicy(
  tx: TransactionSql,
  who: ActingIn,
  actId: string,
  policy: DnePolicy,
  before: DnePolicy,
): Promise<void> {
  const { workspace, actor, now } = who
  await lockList(tx, workspace.id)
  await tx`
    insert into dne_policies (workspace_id, policy, updated_at, updated_by)
    values (${workspace.id}, ${tx.json(policy as never)}, ${now}, ${actor.userId})
    on conflict (workspace_id) do update
      set policy = excluded.policy, updated_at = excluded.updated_at, updated_by = excluded.updated_by`
  const tags = policy.options.plusTags !== before.options.plusTags
  const categories = Object.keys(policy.categories).filter(
    (id) => tags || !same(policy.categories[id], before.categories[id]),
  )
  if (tags || categories.length > 0) await beginSettling(tx, who, actId, { categories, tags })
}

/** Whether two parts of policies say the same; the order of keys says nothing. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value) || value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}
