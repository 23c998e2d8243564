import type { ISql } from 'postgres'
import type { Day } from '@/lib/analytics/day'

export interface Freshness {
  /** The first day with bounces; null in an empty workspace. */
  firstDay: Day | null
  lastImport: { id: string; name: string; at: Date } | null
  /** An import is being stored or taken back just now: figures asked a moment apart may differ. */
  moving: boolean
}

/** How far back a workspace's bounces reach, and how fresh they are. */
export async function freshness(sql: ISql, workspaceId: string): Promise<Freshness> {
  const rows = await sql<
    { firstDay: Day | null; moving: boolean; id: string | null; name: string | null; at: Date | null }[]
  >`
    select
      (select min(day)::text from account_days where workspace_id = ${workspaceId}) as "firstDay",
      exists (select 1 from imports where workspace_id = ${workspaceId} and state in ('importing', 'undoing')) as moving,
      last.id, last.name, last.at
    from (select 1) one left join lateral (
      select i.id, u.name, i.finished_at as at from imports i
      join uploads u on u.workspace_id = i.workspace_id and u.id = i.upload_id
      where i.workspace_id = ${workspaceId} and i.state = 'imported' and i.finished_at is not null
      order by i.finished_at desc limit 1) last on true`
  const { firstDay, moving, id, name, at } = rows[0]!
  return { firstDay, moving, lastImport: id && name && at ? { id, name, at } : null }
}
