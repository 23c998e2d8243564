import type { TransactionSql } from 'postgres'
import { matchingReasons } from '@/db/queries/dne/matching'
import { windowEnd } from '@/db/queries/dne/window-end'
import type { DneFilter } from '@/lib/dne/filter'
import { finishAct } from '@/lib/services/dne/act'
import { choose, removeChosen } from '@/lib/services/dne/remove-chosen'
import type { Run, Step } from '@/lib/services/dne/runs/run'

/** The value behind which the next step looks. */
type Place = { after: string }

/** Takes what matches off the next part of the list; what was listed since the removal began stays. */
export async function removeStep(
  tx: TransactionSql,
  run: Run,
  { size, now }: { size: number; now: Date },
): Promise<Step> {
  const { workspaceId, actId, createdAt } = run
  const { after } = (run.place as Place | null) ?? { after: '' }
  const { filter } = run.details as { filter: DneFilter }
  const end = await windowEnd(tx, workspaceId, after, size)
  const matching = matchingReasons(tx, { id: workspaceId, timeZone: run.timeZone }, filter, createdAt)
  const select = tx`
    select distinct r.value from dne_reasons r
    where ${matching} and r.value > ${after} ${end === null ? tx`` : tx`and r.value <= ${end}`}
      and case when r.act_id is null then r.created_at <= ${createdAt} else r.act_id < ${actId} end`
  const chosen = await choose(tx, select, size)
  const who = { workspace: { id: workspaceId }, actor: { userId: run.createdBy }, now }
  const taken =
    chosen > 0 ? await removeChosen(tx, who, { actId, chosen, at: createdAt }) : { removed: 0, kept: 0 }
  const step = {
    place: { after: end ?? after } satisfies Place,
    done: end === null ? run.total : Math.min(run.total, run.done + size),
    changed: run.changed + taken.removed,
    left: run.left + taken.kept,
    ended: end === null,
  }
  if (step.ended) {
    await finishAct(tx, who, actId, {
      action: 'dne.removed',
      count: step.changed,
      details: { scope: 'filter', kept: step.left },
    })
  }
  return step
}
