import type { TransactionSql } from 'postgres'
import { matchingReasons } from '@/db/queries/dne/matching'
import { windowEnd } from '@/db/queries/dne/window-end'
import type { DneFilter } from '@/lib/dne/filter'
import { finishAct } from '@/lib/services/dne/act'
import { choose, removeChosen } from '@/lib/services/dne/remove-chosen'
import type { Run, Step } from '@/lib/services/dne/runs/run'

/** So many times as many entries are looked at in a step as it takes off at most. */
const LOOKED_AT = 20

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
  const end = await windowEnd(tx, workspaceId, after, size * LOOKED_AT)
  const matching = matchingReasons(tx, { id: workspaceId, timeZone: run.timeZone }, filter, createdAt)
  // The window first: an index of what is filtered by would be gone through in every step.
  const select = tx`
    select distinct r.value from (
      select * from dne_reasons
      where workspace_id = ${workspaceId} and value > ${after} ${end === null ? tx`` : tx`and value <= ${end}`}
      order by value offset 0) r
    where ${matching} and case when r.act_id is null then r.created_at <= ${createdAt} else r.act_id < ${actId} end
    order by r.value`
  const chosen = await choose(tx, select, size)
  // As many as a step takes: the rest of the window is looked at again.
  const [last] = chosen < size ? [] : await tx<{ value: string }[]>`select max(value) as value from chosen`
  const reached = last?.value ?? end
  const who = { workspace: { id: workspaceId }, actor: { userId: run.createdBy }, now }
  const taken =
    chosen > 0 ? await removeChosen(tx, who, { actId, chosen, at: createdAt }) : { removed: 0, kept: 0 }
  const step = {
    place: { after: reached ?? after } satisfies Place,
    done: reached === null ? run.total : Math.min(run.total, run.done + (last ? size : size * LOOKED_AT)),
    changed: run.changed + taken.removed,
    left: run.left + taken.kept,
    ended: reached === null,
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
