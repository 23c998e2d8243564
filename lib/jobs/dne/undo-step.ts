import type { TransactionSql } from 'postgres'
import { recordActivity } from '@/lib/services/activity'
import { lockSettling } from '@/lib/services/dne/lock-addresses'
import { changedValues, restoreValues, settleRestored } from '@/lib/services/dne/restore-values'
import type { Run, Step } from '@/lib/services/dne/runs/run'

/** Where the next values begin; null once only clearances are left. */
type Place = { after: string | null }

/** Puts the next values of an act back, and writes it down at the end. */
export async function undoStep(
  tx: TransactionSql,
  run: Run,
  { size, now }: { size: number; now: Date },
): Promise<Step> {
  const { workspaceId, actId } = run
  await lockSettling(tx, workspaceId)
  const { after } = (run.place as Place | null) ?? { after: '' }
  const values = after === null ? [] : await changedValues(tx, workspaceId, actId, after, size)
  const scope = { workspaceId, now }
  const { restored, left } = await restoreValues(tx, scope, actId, values)
  const cleared = await settleRestored(tx, scope, actId, { values, limit: size })
  const changed = run.changed + restored
  const step = {
    place: { after: values.at(-1) ?? null } satisfies Place,
    done: Math.min(run.total, run.done + restored + left),
    changed,
    left: run.left + left,
    ended: values.length === 0 && cleared < size,
  }
  if (step.ended) {
    const who = { workspace: { id: workspaceId }, actor: { userId: run.createdBy }, now }
    const { kind } = run.details as { kind: string }
    await recordActivity(tx, who, {
      action: 'dne.undone',
      subjectId: actId,
      count: changed,
      details: { kind, left: step.left },
    })
  }
  return step
}
