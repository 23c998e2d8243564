import type { ISql } from 'postgres'
import type { RunState } from '@/db/schema'

export interface LatestRun {
  id: string
  state: RunState
  /** Bounces looked at, of how many. */
  seen: number
  total: number
  /** By what they change from and to. */
  changes: Record<string, number>
  createdAt: Date
  finishedAt: Date | null
}

/** The workspace's newest run of recognition over its history, or null. */
export async function latestRun(sql: ISql, workspaceId: string): Promise<LatestRun | null> {
  const rows = await sql<LatestRun[]>`
    select id, state, seen, total, changes, created_at as "createdAt", finished_at as "finishedAt"
    from recognition_runs where workspace_id = ${workspaceId} order by created_at desc, id desc limit 1`
  return rows[0] ?? null
}
