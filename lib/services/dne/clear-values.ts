import type { Fragment, TransactionSql } from 'postgres'
import type { ActingIn } from './act'

interface Clearing {
  /** Of the act, or of whatever else clears them (a hand-over that recovered). */
  actId: string
  /** cleared: bounces up to then count no more; dismissed: none counts for a suggestion. */
  kind: 'cleared' | 'dismissed'
  at: Date
  /** A query that gives addresses as `value`. */
  values: Fragment
}

/** Notes that bounces up to a moment count no more for some addresses; their suggestions go with that. Undoing the act takes it back. */
export async function clearValues(
  tx: TransactionSql,
  { workspace }: Pick<ActingIn, 'workspace'>,
  { actId, kind, at, values }: Clearing,
): Promise<void> {
  await tx`
    insert into dne_clearances (workspace_id, value, act_id, kind, at)
    select ${workspace.id}, v.value, ${actId}, ${kind}, ${at} from (${values}) v
    on conflict (workspace_id, value, act_id, kind) do update set at = greatest(dne_clearances.at, excluded.at)`
  await tx`
    delete from dne_suggestions s using (${values}) v
    where s.workspace_id = ${workspace.id} and s.value = v.value and s.bounce_at <= ${at}`
}
