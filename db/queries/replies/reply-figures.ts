import type { ISql } from 'postgres'

export interface ReplyFigures {
  /** The masked text and one real reply of it. */
  text: string
  example: string
  /** Exact, over all time. */
  bounces: number
  /** Recipient domains that answered so, among the newest bounces of the reply. */
  domains: number
  /** False where there are more bounces than were looked at for domains. */
  domainsExact: boolean
  /** The category a person set for it from then on, or null. */
  rule: string | null
}

const LOOKED_AT = 20_000

/** What is known of one reply (template) in a workspace, or null. */
export async function replyFigures(
  sql: ISql,
  workspaceId: string,
  templateId: string,
): Promise<ReplyFigures | null> {
  const [known, counted, seen] = await Promise.all([
    sql<{ text: string; example: string; rule: string | null }[]>`
      select t.text, t.example, r.category as rule from templates t
      left join template_rules r on r.workspace_id = t.workspace_id and r.template_id = t.id
      where t.workspace_id = ${workspaceId} and t.id = ${templateId}`,
    sql<{ n: number }[]>`
      select coalesce(sum(count), 0)::int as n from template_days
      where workspace_id = ${workspaceId} and template_id = ${templateId}`,
    sql<{ n: number }[]>`
      select count(distinct newest.domain)::int as n from (
        select domain from bounces where workspace_id = ${workspaceId} and template_id = ${templateId}
        order by occurred_at desc limit ${LOOKED_AT}) newest`,
  ])
  const bounces = counted[0]!.n
  if (!known[0]) return null
  return { ...known[0], bounces, domains: seen[0]!.n, domainsExact: bounces <= LOOKED_AT }
}
