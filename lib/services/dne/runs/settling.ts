import type { ISql, TransactionSql } from 'postgres'
import { cellIndex } from '@/lib/analytics/cells'
import type { ActingIn } from '../act'
import { beginRun } from './begin-run'

/** What a changed policy makes the list derive anew. */
export interface SettleScope {
  /** Whoever bounced under one of these. */
  categories: string[]
  /** True where tags began or ceased to matter: what stood in the other form goes. */
  tags: boolean
}

/** Has a worker derive the list anew; what an earlier change of the policy left undone is done with it. */
export async function beginSettling(
  tx: TransactionSql,
  who: ActingIn,
  actId: string,
  scope: SettleScope,
): Promise<void> {
  const replaced = await tx<{ details: SettleScope }[]>`
    update dne_runs set state = 'replaced', lease_until = null, finished_at = ${who.now}
    where workspace_id = ${who.workspace.id} and kind = 'settle' and state = 'running' returning details`
  const all = [scope, ...replaced.map((row) => row.details)]
  const details: SettleScope = {
    categories: [...new Set(all.flatMap((each) => each.categories))].toSorted(),
    tags: all.some((each) => each.tags),
  }
  const total = await countBounces(tx, who.workspace.id, details.categories)
  await beginRun(tx, who, { kind: 'settle', actId, details, total })
}

async function countBounces(tx: TransactionSql, workspaceId: string, categories: string[]): Promise<number> {
  const cells = categories.flatMap((id) => [cellIndex(id, 'hard'), cellIndex(id, 'soft')])
  const [row] = await tx<{ n: number }[]>`
    select coalesce(sum((select sum(counts[cell]) from unnest(${cells}::int[]) cell)), 0)::int as n
    from provider_days where workspace_id = ${workspaceId}`
  return row!.n
}

/** What is derived anew at the moment; null where the list stands as the policy in force says. */
export async function settlingNow(sql: ISql, workspaceId: string): Promise<SettleScope | null> {
  const [run] = await sql<{ details: SettleScope }[]>`
    select details from dne_runs where workspace_id = ${workspaceId} and kind = 'settle' and state = 'running' limit 1`
  return run?.details ?? null
}
