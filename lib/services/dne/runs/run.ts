import type { Sql, TransactionSql } from 'postgres'
import { isFree, leaseEnd, Stale } from '@/lib/jobs/lease'

export type RunKind = 'settle' | 'remove' | 'undo'

export interface RunPlace {
  workspaceId: string
  runId: string
}

/** A run in the hands of this worker, as it stands. */
export interface Run extends RunPlace {
  kind: RunKind
  actId: string
  fence: number
  details: unknown
  /** Where the next step begins; null before the first. */
  place: unknown
  done: number
  total: number
  changed: number
  left: number
  createdBy: string
  createdAt: Date
  timeZone: string
}

/** Runs that no living worker holds, oldest first. */
export async function waitingRuns(sql: Sql, limit: number): Promise<RunPlace[]> {
  return sql<RunPlace[]>`
    select workspace_id as "workspaceId", id as "runId" from dne_runs
    where state = 'running' and ${isFree(sql)} order by created_at limit ${limit}`
}

/** Takes a run for this worker; null where it is held by another or nothing is left to do. */
export async function takeRun(sql: Sql, { workspaceId, runId }: RunPlace): Promise<Run | null> {
  const [row] = await sql<Run[]>`
    update dne_runs r set fence = fence + 1, lease_until = ${leaseEnd(sql)}
    from workspaces w
    where w.id = r.workspace_id and r.workspace_id = ${workspaceId} and r.id = ${runId} and r.state = 'running'
      and ${isFree(sql)}
    returning r.workspace_id as "workspaceId", r.id as "runId", r.kind, r.act_id as "actId", r.fence, r.details, r.place,
      r.done, r.total, r.changed, r."left", r.created_by as "createdBy", r.created_at as "createdAt", w.time_zone as "timeZone"`
  return row ?? null
}

export type Step = Pick<Run, 'place' | 'done' | 'changed' | 'left'> & { ended: boolean }

/** Writes a step's checkpoint in the step's own transaction; throws `Stale` where the run is no longer this worker's. */
export async function saveRun(tx: TransactionSql, run: Run, { ended, ...step }: Step): Promise<Run> {
  const saved = await tx`
    update dne_runs set place = ${tx.json(step.place as never)}, done = ${step.done}, changed = ${step.changed},
      "left" = ${step.left}, state = ${ended ? 'done' : 'running'}, finished_at = ${ended ? tx`now()` : null},
      lease_until = ${ended ? null : leaseEnd(tx)}
    where workspace_id = ${run.workspaceId} and id = ${run.runId} and fence = ${run.fence} and state = 'running'`
  if (saved.count === 0) throw new Stale()
  return { ...run, ...step }
}
