import type { ISql } from 'postgres'

export interface ListedRule {
  id: string
  words: string
  code: string
  provider: string
  account: string
  category: string
  enabled: boolean
  /** Null where the person is gone. */
  by: string | null
  at: Date
}

/** The rules on words, in the order in which they decide. */
export async function listRules(sql: ISql, workspaceId: string): Promise<ListedRule[]> {
  return sql<ListedRule[]>`
    select r.id, r.words, r.code, r.provider, r.account, r.category, r.enabled, u.name as by, r.created_at as at
    from workspace_rules r left join users u on u.id = r.created_by
    where r.workspace_id = ${workspaceId} order by r.position, r.id`
}

export interface ListedDecision {
  templateId: string
  text: string
  category: string
  by: string | null
  at: Date
  /** Bounces with the reply, over all time. */
  bounces: number
}

const SHOWN = 200

/** Decisions for whole replies, newest first, the first 200. */
export async function listDecisions(sql: ISql, workspaceId: string): Promise<ListedDecision[]> {
  return sql<ListedDecision[]>`
    select r.template_id as "templateId", t.text, r.category, u.name as by, r.created_at as at,
      (select coalesce(sum(d.count), 0)::int from template_days d
       where d.workspace_id = r.workspace_id and d.template_id = r.template_id) as bounces
    from template_rules r join templates t on t.workspace_id = r.workspace_id and t.id = r.template_id
    left join users u on u.id = r.created_by
    where r.workspace_id = ${workspaceId} order by r.created_at desc, r.template_id limit ${SHOWN}`
}
