import type { ISql } from 'postgres'

export interface ActRow {
  id: string
  kind: 'add' | 'remove' | 'file' | 'accept' | 'dismiss' | 'rollback' | 'policy' | 'recovery'
  createdAt: Date
  createdBy: string
  createdByName: string | null
  why: string
  count: number
  undoneAt: Date | null
}

/** The last acts on the list, newest first. */
export async function listActs(sql: ISql, workspaceId: string, limit = 20): Promise<ActRow[]> {
  return sql<ActRow[]>`
    select a.id, a.kind, a.created_at as "createdAt", a.created_by as "createdBy", u.name as "createdByName", a.why, a.count,
      a.undone_at as "undoneAt"
    from dne_acts a left join users u on u.id = a.created_by
    where a.workspace_id = ${workspaceId} order by a.created_at desc, a.id desc limit ${limit}`
}
