import type { Fragment, TransactionSql } from 'postgres'
import { countingGood } from './count-good'
import { reasonJson } from './reason-json'

/**
 * Takes reasons of some values off the list as part of an act, and keeps what they were; `which` is a condition on `dne_reasons r`. The
 * values are locked already. Gives how many reasons went.
 */
export async function takeOff(
  tx: TransactionSql,
  workspaceId: string,
  actId: string,
  values: Fragment,
  which: Fragment,
): Promise<number> {
  return countingGood(tx, workspaceId, values, async () => {
    const { count } = await tx`
      with taken as (
        delete from dne_reasons r using (${values}) v
        where r.workspace_id = ${workspaceId} and r.value = v.value and ${which}
        returning r.*)
      insert into dne_changes (workspace_id, act_id, value, reason, entry_id, before, after)
      select ${workspaceId}, ${actId}, r.value, r.reason, r.entry_id, ${tx.unsafe(reasonJson('r'))}, null from taken r
      on conflict (workspace_id, act_id, value, reason) do update set after = null`
    return count
  })
}
