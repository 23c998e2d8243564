import type { ISql } from 'postgres'

export interface Decision {
  /** Null where the person is gone. */
  by: string | null
  at: Date
  /** Whether it was made for every bounce with the reply. */
  wholeReply: boolean
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Who decided a bounce's category, for one whose `decided_by` names a rule of the workspace; null for others. */
export async function loadDecision(
  sql: ISql,
  workspaceId: string,
  { decidedBy, templateId }: { decidedBy: string; templateId: string },
): Promise<Decision | null> {
  const [layer, rule = ''] = decidedBy.split(':', 2)
  if (layer !== 'workspace_rule') return null
  const rows =
    UUID.test(rule) && rule !== templateId
      ? await sql<Decision[]>`
        select u.name as by, r.created_at as at, r.template_id is not null as "wholeReply"
        from reclassifications r left join users u on u.id = r.created_by
        where r.workspace_id = ${workspaceId} and r.id = ${rule}`
      : await sql<Decision[]>`
        select u.name as by, r.created_at as at, true as "wholeReply"
        from template_rules r left join users u on u.id = r.created_by
        where r.workspace_id = ${workspaceId} and r.template_id = ${templateId}`
  return rows[0] ?? null
}
