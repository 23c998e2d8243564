import type { TransactionSql } from 'postgres'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import { lockSettling } from '@/lib/services/dne/lock-addresses'
import { settleRecipients } from '@/lib/services/dne/settle-recipients'
import { listOf, type Recipients } from '@/lib/services/dne/touched'
import { refreshContacts } from '@/lib/services/resubmit/refresh-contacts'

export interface EffectScope {
  workspaceId: string
  now?: Date
}

/**
 * Everything that follows from bounces: what the Do Not Email list says of these recipients, and which of them can be sent to again.
 * Whoever stores, removes or reclassifies bounces calls it in the same transaction, behind the rollups and before the data version is
 * raised. One at a time per workspace; the next sees what this one wrote.
 */
export async function applyEffects(
  tx: TransactionSql,
  { workspaceId, now = new Date() }: EffectScope,
  recipients: Recipients,
): Promise<void> {
  const scope = { workspaceId, now }
  await lockSettling(tx, workspaceId)
  const policy = await loadPolicy(tx, workspaceId)
  await settleRecipients(tx, scope, recipients, policy)
  const touched = policy.options.plusTags ? await listOf(tx, recipients) : 'touched'
  const relapsed = await refreshContacts(tx, scope, touched)
  // What their recovery had cleared counts again.
  if (relapsed.length > 0) await settleRecipients(tx, scope, relapsed, policy)
}
