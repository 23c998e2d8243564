import type { TransactionSql } from 'postgres'
import { ERASED_DOMAIN } from '@/lib/dne/erased'
import { countingGood } from '@/lib/services/dne/count-good'
import { entryIdOf } from '@/db/queries/dne/entry-id'
import type { Erasure } from './person'

/** Every entry of the person goes, with its history; one that says "erased" takes its place, for good. */
export async function eraseFromList(tx: TransactionSql, erasure: Erasure): Promise<void> {
  const { workspaceId, addresses, standIn, now, actorId } = erasure
  const all = [...addresses, standIn]
  const values = tx`select unnest(${all}::text[]) as value`
  await countingGood(tx, workspaceId, values, async () => {
    await tx`delete from dne_reasons where workspace_id = ${workspaceId} and value = any(${addresses}::text[])`
    await tx`
      insert into dne_reasons (workspace_id, value, reason, entry_id, scope, domain, category, until, source, created_at, created_by)
      values (${workspaceId}, ${standIn}, 'erased', ${entryIdOf(workspaceId, standIn)}, 'address', ${ERASED_DOMAIN}, '', null,
        'person', ${now}, ${actorId})
      on conflict do nothing`
  })
  for (const table of ['dne_changes', 'dne_suggestions', 'dne_clearances'])
    await tx`delete from ${tx(table)} where workspace_id = ${workspaceId} and value = any(${addresses}::text[])`
}
