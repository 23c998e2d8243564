import type { TransactionSql } from 'postgres'
import { finishAct, type ActingIn } from '../act'

/** Stops a removal that a worker goes on with, where the act is one, and writes down how far it came. */
export async function stopRemoving(tx: TransactionSql, who: ActingIn, actId: string): Promise<void> {
  const [run] = await tx<{ changed: number; left: number; createdBy: string }[]>`
    update dne_runs set state = 'stopped', lease_until = null, finished_at = ${who.now}
    where workspace_id = ${who.workspace.id} and act_id = ${actId} and kind = 'remove' and state = 'running'
    returning changed, "left", created_by as "createdBy"`
  if (!run) return
  await finishAct(tx, { ...who, actor: { userId: run.createdBy } }, actId, {
    action: 'dne.removed',
    count: run.changed,
    details: { scope: 'filter', kept: run.left },
  })
}
