import type { TransactionSql } from 'postgres'
import { ERASED_DOMAIN } from '@/lib/dne/erased'
import type { Erasure } from './person'

/** Batches keep that somebody was in them; what was still to go is skipped, and the log of deliveries forgets what the receiver answered. */
export async function eraseFromBatches(
  tx: TransactionSql,
  { workspaceId, addresses, standIn }: Erasure,
): Promise<void> {
  // A batch holds each address once, and all forms of the person become one.
  await tx`
    delete from batch_contacts c
    where c.workspace_id = ${workspaceId} and c.recipient = any(${addresses}::text[])
      and exists (select 1 from batch_contacts o where o.workspace_id = ${workspaceId} and o.batch_id = c.batch_id
        and (o.recipient = ${standIn} or o.recipient = any(${addresses}::text[]) and o.recipient < c.recipient))`
  await tx`
    update batch_contacts set recipient = ${standIn}, domain = ${ERASED_DOMAIN}, name = null, open = false, claimed_until = null,
      why = case when state in ('planned', 'sending') then 'Erased.' else why end,
      state = case when state in ('planned', 'sending') then 'skipped' else state end
    where workspace_id = ${workspaceId} and recipient = any(${addresses}::text[])`
  await tx`
    update deliveries set recipient = ${standIn}, reply = ''
    where workspace_id = ${workspaceId} and recipient = any(${addresses}::text[])`
}
