import type { ISql } from 'postgres'

/** A reply that recognition could not read, with all its unclassified bounces. */
export interface WaitingReply {
  templateId: string
  text: string
  count: number
  accounts: number
  domains: number
  /** The most frequent recipients' domains, the first few. */
  topDomains: string[]
  firstSeen: Date
  lastSeen: Date
  /** The newest bounce's reply and codes. */
  example: string
  smtpCode: string
  enhancedCode: string
}

/** Replies that wait for a person, most frequent first, the first `limit`; those a person left unclassified wait no more. */
export async function listWaiting(sql: ISql, workspaceId: string, limit: number): Promise<WaitingReply[]> {
  return sql<WaitingReply[]>`
    with waiting as materialized (
      select template_id, domain, account, count(*)::int as n, min(occurred_at) as first, max(occurred_at) as last from bounces
      where workspace_id = ${workspaceId} and category = 'unclassified'
        and template_id not in (select template_id from template_rules where workspace_id = ${workspaceId})
      group by 1, 2, 3
    ), per as (
      select template_id, sum(n)::int as count, count(distinct account)::int as accounts,
        count(distinct domain)::int as domains, min(first) as first_seen, max(last) as last_seen
      from waiting group by 1 order by 2 desc, 1 limit ${limit}
    )
    select p.template_id as "templateId", t.text, p.count, p.accounts, p.domains, p.first_seen as "firstSeen", p.last_seen as "lastSeen",
      array(select domain from waiting w where w.template_id = p.template_id
        group by 1 order by sum(n) desc, 1 limit 3) as "topDomains",
      newest.diagnostic as example, newest.smtp_code as "smtpCode", newest.enhanced_code as "enhancedCode"
    from per p join templates t on t.workspace_id = ${workspaceId} and t.id = p.template_id
    cross join lateral (
      select diagnostic, smtp_code, enhanced_code from bounces b
      where b.workspace_id = ${workspaceId} and b.template_id = p.template_id and b.category = 'unclassified'
      order by occurred_at desc, dedupe_key limit 1) newest
    order by p.count desc, p.template_id`
}
