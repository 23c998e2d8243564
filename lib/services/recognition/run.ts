import type { Sql, TransactionSql } from 'postgres'
import type { RunState } from '@/db/schema'
import { isFree, leaseEnd, Stale } from '@/lib/jobs/lease'
import type { Changes } from './changes'

export interface RunPlace {
  workspaceId: string
  runId: string
}

/** A run in the hands of this worker, as it stands. */
export interface Run extends RunPlace {
  fence: number
  state: RunState
  reachedAt: Date | null
  reachedKey: string | null
  seen: number
  changes: Changes
  createdBy: string
  timeZone: string
}

/** Runs that no living worker holds, oldest first. */
export async function waitingRuns(sql: Sql, limit: number): Promise<RunPlace[]> {
  return sql<RunPlace[]>`
    select workspace_id as "workspaceId", id as "runId" from recognition_runs
    where state in ('checking', 'running', 'undoing') and ${isFree(sql)}
    order by created_at limit ${limit}`
}

/** Takes a run for this worker; null where it is held by another or nothing is left to do. */
export async function takeRun(sql: Sql, { workspaceId, runId }: RunPlace): Promise<Run | null> {
  const [row] = await sql<Run[]>`
    update recognition_runs r set fence = fence + 1, lease_until = ${leaseEnd(sql)}
    from workspaces w
    where w.id = r.workspace_id and r.workspace_id = ${workspaceId} and r.id = ${runId}
      and r.state in ('checking', 'running', 'undoing') and ${isFree(sql)}
    returning r.workspace_id as "workspaceId", r.id as "runId", r.fence, r.state, r.reached_at as "reachedAt",
      r.reached_key as "reachedKey", r.seen, r.changes, r.created_by as "createdBy", w.time_zone as "timeZone"`
  return row ?? null
}

export type RunStep = Pick<Run, 'state' | 'reachedAt' | 'reachedKey' | 'seen' | 'changes'>

/** Writes a step's checkpoint in the step's own transaction; throws `Stale` where the run is no longer this worker's. */
export async function saveRun(tx: TransactionSql, run: Run, step: RunStep): Promise<Run> {
  const ended = !['checking', 'running', 'undoing'].includes(step.state)
  const saved = await tx`
    update recognition_runs set state = ${step.state}, reached_at = ${step.reachedAt}, reached_key = ${step.reachedKey},
      seen = ${step.seen}, changes = ${tx.json(step.changes)}, finished_at = ${ended ? tx`now()` : null},
      lease_until = ${ended ? null : leaseEnd(tx)}
    where workspace_id = ${run.workspaceId} and id = ${run.runId} and fence = ${run.fence} and state = ${run.state}`
  if (saved.count === 0) throw new Stale()
  return { ...run, ...step }
}
