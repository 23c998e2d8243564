import type { TransactionSql } from 'postgres'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import type { DnePolicy } from '@/lib/dne/policy'
import { findBursts } from './find-bursts'
import { judge } from './judge'
import { lockSelected, lockSettling } from './lock-addresses'
import { openTouched, touch, type Recipients } from './touched'
import { writeSettled } from './write-settled'

interface Scope {
  workspaceId: string
  now: Date
}

/**
 * Derives what the list says of these recipients from their verified bounces, the policy and what people cleared, and writes only
 * what is different; the same for whatever way the bounces took. A burst that begins or ends takes its recipients along. With no
 * recipients it looks at bursts alone. Whom it looked at, and all their bounces, stand in `touched` and `touched_bounces` after it.
 */
export async function settleRecipients(
  tx: TransactionSql,
  scope: Scope,
  recipients: Recipients,
  policy?: DnePolicy,
): Promise<void> {
  const { workspaceId } = scope
  await lockSettling(tx, workspaceId)
  const wanted = policy ?? (await loadPolicy(tx, workspaceId))
  await openTouched(tx)
  await touch(tx, workspaceId, recipients, wanted)
  await findBursts(tx, workspaceId, wanted)
  await lockSelected(tx, workspaceId, 'select value from touched')
  await judge(tx, scope, wanted)
  await writeSettled(tx, scope)
}
