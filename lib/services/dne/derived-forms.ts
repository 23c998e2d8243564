import type { TransactionSql } from 'postgres'
import type { DnePolicy } from '@/lib/dne/policy'
import { countingGood } from './count-good'
import { TAGGED_VALUE } from './list-untagged'
import { lockAddresses, lockSettling } from './lock-addresses'
import { settleRecipients } from './settle-recipients'

/** What bounces put on the list or into the queue, in order of value; it need not be a recipient itself. */
export async function derivedBehind(
  tx: TransactionSql,
  workspaceId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx<{ value: string }[]>`
    (select value from dne_reasons where workspace_id = ${workspaceId} and source = 'bounce' and value > ${after}
      order by value limit ${limit})
    union
    (select value from dne_suggestions where workspace_id = ${workspaceId} and value > ${after} order by value limit ${limit})
    order by 1 limit ${limit}`
  return rows.map((row) => row.value)
}

/** Where tags began or ceased to matter: what stands in the form that no bounce counts for any more goes. */
export async function dropOtherForm(
  tx: TransactionSql,
  scope: { workspaceId: string; now: Date },
  values: string[],
  policy: DnePolicy,
): Promise<void> {
  if (!policy.options.plusTags) return settleRecipients(tx, scope, values, policy)
  const { workspaceId } = scope
  await lockSettling(tx, workspaceId)
  const tagged = await tx<{ value: string }[]>`
    select value from unnest(${values}::text[]) v(value) where ${tx.unsafe(TAGGED_VALUE)}`
  const gone = tagged.map((row) => row.value)
  if (gone.length === 0) return
  await lockAddresses(tx, workspaceId, gone)
  await countingGood(tx, workspaceId, tx`select value from unnest(${gone}::text[]) g(value)`, () =>
    tx`
      delete from dne_reasons r using unnest(${gone}::text[]) g(value)
      where r.workspace_id = ${workspaceId} and r.value = g.value and r.source = 'bounce'`.execute(),
  )
  await tx`delete from dne_suggestions where workspace_id = ${workspaceId} and value = any(${gone}::text[])`
}
