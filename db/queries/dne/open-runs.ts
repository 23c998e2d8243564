import type { ISql } from 'postgres'

export interface OpenRun {
  kind: 'settle' | 'remove' | 'undo'
  actId: string
  /** Bounces or entries looked at, of how many. */
  done: number
  total: number
  /** Entries taken off or reasons restored so far. */
  changed: number
  createdByName: string | null
}

/** What a worker does to the list at the moment, oldest first. */
export async function openRuns(sql: ISql, workspaceId: string): Promise<OpenRun[]> {
  return sql<OpenRun[]>`
    select r.kind, r.act_id as "actId", r.done, r.total, r.changed, u.name as "createdByName"
    from dne_runs r left join users u on u.id = r.created_by
    where r.workspace_id = ${workspaceId} and r.state = 'running' order by r.created_at`
}
