import type { Sql } from 'postgres'

export interface WorkspaceRow {
  id: string
  slug: string
  name: string
  timeZone: string
}

/** A workspace by slug. */
export async function findWorkspace(sql: Sql, slug: string): Promise<WorkspaceRow | null> {
  const rows = await sql<WorkspaceRow[]>`
    select id, slug, name, time_zone as "timeZone" from workspaces where slug = ${slug}`
  return rows[0] ?? null
}

/** Every workspace of this server with its number of members, for the command line. */
export async function listWorkspaces(sql: Sql): Promise<(WorkspaceRow & { members: number })[]> {
  return sql<(WorkspaceRow & { members: number })[]>`
    select w.id, w.slug, w.name, w.time_zone as "timeZone",
           count(m.user_id) filter (where not m.disabled)::int as members
      from workspaces w left join members m on m.workspace_id = w.id
     group by w.id order by w.slug`
}
