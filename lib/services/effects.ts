import type { Fragment, TransactionSql } from 'postgres'
import { lockSettling } from '@/lib/services/dne/lock-addresses'
import { settleRecipients } from '@/lib/services/dne/settle-recipients'
import { refreshContacts } from '@/lib/services/resubmit/refresh-contacts'

export interface EffectScope {
  workspaceId: string
  now?: Date
}

/** Addresses whose bounces changed, or a query that gives them as `recipient`; it may give one several times. */
export type Recipients = readonly string[] | { select: Fragment }

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
  const list = 'select' in recipients ? await selected(tx, recipients.select) : [...new Set(recipients)]
  await lockSettling(tx, workspaceId)
  await knowTheTable(tx, list.length)
  await settleRecipients(tx, scope, list)
  await refreshContacts(tx, scope, list)
}

/** In a fresh database the planner has no figures, and goes through all bounces for each recipient. */
async function knowTheTable(tx: TransactionSql, recipients: number): Promise<void> {
  if (recipients < 500) return
  const [table] = await tx<
    { n: number }[]
  >`select reltuples as n from pg_class where oid = 'bounces'::regclass`
  if (table!.n <= 0) await tx`analyze bounces`
}

async function selected(tx: TransactionSql, select: Fragment): Promise<string[]> {
  const rows = await tx<{ recipient: string }[]>`select distinct recipient from (${select}) s`
  return rows.map((row) => row.recipient)
}
