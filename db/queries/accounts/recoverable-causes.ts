import type { ISql } from 'postgres'
import type { Range } from '@/lib/analytics/range'

export interface RecoverableCause {
  category: string
  bounces: number
  /** Different recipients who would be reachable again: those with an address found bad are left out. */
  contacts: number
}

interface Of {
  workspaceId: string
  timeZone: string
  account: string
  range: Range
}

/** How many different recipients each of `categories` keeps from one account; those who bounced for one of `lost` are not counted. */
export async function recoverableCauses(
  sql: ISql,
  of: Of,
  { categories, lost }: { categories: string[]; lost: string[] },
): Promise<RecoverableCause[]> {
  return sql<RecoverableCause[]>`
    with mine as materialized (select b.recipient, b.category from bounces b where ${rowsOf(sql, of)}),
    gone as (select distinct recipient from mine where category = any(${lost}::text[]))
    select category, count(*)::int as bounces,
      (count(distinct mine.recipient) filter (where gone.recipient is null))::int as contacts
    from mine left join gone on gone.recipient = mine.recipient
    where category = any(${categories}::text[])
    group by category order by contacts desc, bounces desc, category`
}

function rowsOf(sql: ISql, { workspaceId, timeZone, account, range }: Of) {
  return sql`b.workspace_id = ${workspaceId} and b.account = ${account}
    and b.occurred_at >= (${range.from}::date::timestamp at time zone ${timeZone})
    and b.occurred_at < ((${range.to}::date + 1)::timestamp at time zone ${timeZone})`
}
