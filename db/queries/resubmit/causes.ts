import type { ISql } from 'postgres'

export interface CauseReply {
  category: string
  account: string
  reply: string
}

/** The newest reply behind each cause and account that waits for a fix. */
export async function causeReplies(
  sql: ISql,
  workspaceId: string,
  categories: readonly string[],
): Promise<CauseReply[]> {
  return sql<CauseReply[]>`
    with newest as (
      select distinct on (category, account) category, account, bounced_at, bounce_key from contacts
      where workspace_id = ${workspaceId} and category = any(${categories as string[]}::text[])
      order by category, account, bounced_at desc)
    select n.category, n.account, b.diagnostic as reply from newest n
    join bounces b on b.workspace_id = ${workspaceId} and b.occurred_at = n.bounced_at and b.dedupe_key = n.bounce_key`
}

export interface FixRow {
  id: string
  category: string
  account: string
  what: string
  fixedAt: Date
  by: string | null
}

/** The fixes that stand, newest first. */
export async function listFixes(sql: ISql, workspaceId: string, limit: number): Promise<FixRow[]> {
  return sql<FixRow[]>`
    select f.id, f.category, f.account, f.what, f.fixed_at as "fixedAt", u.name as by
    from fixes f left join users u on u.id = f.created_by
    where f.workspace_id = ${workspaceId} and f.undone_at is null order by f.created_at desc limit ${limit}`
}

/** How many contacts recovered in a span of time, over all batches. */
export async function countRecovered(
  sql: ISql,
  workspaceId: string,
  { from, to }: { from: Date; to: Date },
  accounts: readonly string[] = [],
): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from batch_contacts
    where workspace_id = ${workspaceId} and outcome = 'recovered' and outcome_at >= ${from} and outcome_at < ${to}
      ${accounts.length > 0 ? sql`and account = any(${accounts as string[]}::text[])` : sql``}`
  return row!.n
}
