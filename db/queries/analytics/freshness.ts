import type { ISql } from 'postgres'

export interface Freshness {
  /** Whether there is any bounce at all. */
  empty: boolean
  /** Whether sample data is among it. */
  sample: boolean
  lastImport: { id: string; name: string; at: Date } | null
}

/** How full and how fresh a workspace is: what the foot of the overview says. */
export async function freshness(sql: ISql, workspaceId: string): Promise<Freshness> {
  const rows = await sql<
    { empty: boolean; sample: boolean; id: string | null; name: string | null; at: Date | null }[]
  >`
    select
      not exists (select 1 from account_days where workspace_id = ${workspaceId}) as empty,
      exists (select 1 from imports where workspace_id = ${workspaceId} and origin = 'sample' and state = 'imported') as sample,
      last.id, last.name, last.at
    from (select 1) one left join lateral (
      select i.id, u.name, i.finished_at as at from imports i
      join uploads u on u.workspace_id = i.workspace_id and u.id = i.upload_id
      where i.workspace_id = ${workspaceId} and i.state = 'imported' and i.finished_at is not null
      order by i.finished_at desc limit 1) last on true`
  const { empty, sample, id, name, at } = rows[0]!
  return { empty, sample, lastImport: id && name && at ? { id, name, at } : null }
}
