import type { ISql } from 'postgres'

export interface CauseReply {
  category: string
  account: string
  reply: string
}

/** The newest reply behind each of some causes and accounts. */
export async function causeReplies(
  sql: ISql,
  workspaceId: string,
  causes: readonly { category: string; account: string }[],
): Promise<CauseReply[]> {
  const categories = causes.map((cause) => cause.category)
  const accounts = causes.map((cause) => cause.account)
  return sql<CauseReply[]>`
    select c.category, c.account, n.diagnostic as reply
    from unnest(${categories}::text[], ${accounts}::text[]) c(category, account)
    cross join lateral (
      select b.diagnostic from bounces b
      where b.workspace_id = ${workspaceId} and b.category = c.category and b.account = c.account and b.bounce_type = 'soft'
      order by b.occurred_at desc, b.dedupe_key desc limit 1) n`
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
