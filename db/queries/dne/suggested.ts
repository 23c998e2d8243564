import type { Fragment, ISql } from 'postgres'
import type { SuggestionKind } from '@/lib/dne/decide'
import { entryIdSql } from './entry-id'

/** Why something waits for a person: what bounces came to, or a complaint or unsubscribe whose report may be forged. */
export type QueuedKind = SuggestionKind | 'complaint' | 'unsubscribe'

export interface Suggested {
  value: string
  entryId: string
  domain: string
  /** '' where no bounce led to it. */
  category: string
  kind: QueuedKind
  provider: string
  /** When it bounced last, or complained. */
  at: Date
  /** Of the mail that a complaint is about, as its report says; else ''. */
  account: string
}

/** Whatever may wait for a person, each value once, as a relation with the columns of `Suggested`. */
export function suggested(sql: ISql, workspaceId: string): Fragment {
  return sql`(${byBounces(sql, workspaceId)} union all ${byOptOuts(sql, workspaceId)})`
}

/** What bounces came to, but for whom a complaint waits too. */
export function byBounces(sql: ISql, workspaceId: string): Fragment {
  return sql`
    select s.value, s.entry_id, s.domain, s.category, s.kind, s.provider, s.bounce_at as at, '' as account
    from dne_suggestions s where s.workspace_id = ${workspaceId}
      and not exists (select 1 from opt_outs o where o.listed_as = s.value and ${doubted(sql, workspaceId)})`
}

/** Who complained or left by a report that may be forged. */
export function byOptOuts(sql: ISql, workspaceId: string): Fragment {
  const id = sql.unsafe(entryIdSql(`'${workspaceId}'`, 'o.listed_as'))
  return sql`
    (select distinct on (o.listed_as) o.listed_as as value, ${id} as entry_id,
      substr(o.listed_as, length(o.listed_as) - strpos(reverse(o.listed_as), '@') + 2) as domain, '' as category,
      o.reason as kind, '' as provider, coalesce(o.occurred_at, i.created_at) as at, o.account
    from opt_outs o join imports i on i.workspace_id = ${workspaceId} and i.id = o.import_id
    where ${doubted(sql, workspaceId)} order by o.listed_as, o.reason, at desc)`
}

/** On `opt_outs o`: nobody vouched for the report, nor dismissed it since a file brought it first. */
function doubted(sql: ISql, workspaceId: string): Fragment {
  return sql`o.workspace_id = ${workspaceId} and not o.verified and not exists (
    select 1 from dne_clearances c where c.workspace_id = ${workspaceId} and c.value = o.listed_as
      and c.kind = 'dismissed' and c.at >= (
        select min(i.created_at) from opt_outs f join imports i on i.workspace_id = f.workspace_id and i.id = f.import_id
        where f.workspace_id = ${workspaceId} and f.key = o.key))`
}
