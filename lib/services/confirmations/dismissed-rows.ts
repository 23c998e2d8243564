import type { TransactionSql } from 'postgres'
import { addToRollups, dropEmptyRollups } from '@/lib/jobs/imports/rollup-deltas'
import { cellSql } from '@/lib/jobs/imports/step-rows'
import { applyEffects } from '@/lib/services/effects'

interface Dismissal {
  workspaceId: string
  id: string
  timeZone: string
  now: Date
}

/**
 * Counts the bounces of a dismissal out of the rollups (`sign` -1) or in again (1), with all that follows for their recipients; call it
 * in the transaction that moves them, once they are moved, while they stand in `dismissed_bounces`.
 */
export async function countDismissed(tx: TransactionSql, of: Dismissal, sign: -1 | 1): Promise<void> {
  const { workspaceId, id, timeZone, now } = of
  await tx.unsafe(`create temp table if not exists dismissed_rows (day date not null, account text collate "C" not null,
    provider text collate "C" not null, template_id uuid not null, cell integer not null,
    recipient text collate "C" not null, n integer not null) on commit delete rows`)
  await tx`
    insert into dismissed_rows
    select (d.occurred_at at time zone ${timeZone})::date, d.account, d.provider, d.template_id,
      ${tx.unsafe(cellSql('d.category', 'd.bounce_type'))}, d.recipient, ${sign}
    from dismissed_bounces d where d.workspace_id = ${workspaceId} and d.dismissal_id = ${id}`
  await addToRollups(tx, { relation: 'dismissed_rows', sign: 'n', workspaceId })
  if (sign === -1) await dropEmptyRollups(tx, workspaceId, 'dismissed_rows')
  await applyEffects(tx, { workspaceId, now }, { select: tx`select recipient from dismissed_rows` })
}
