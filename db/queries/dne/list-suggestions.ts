import type { Fragment, ISql } from 'postgres'
import { suggestDomain } from '@/lib/bounce/suggest-domain'
import { byBounces, byOptOuts, suggested, type QueuedKind, type Suggested } from './suggested'

const SUGGESTION_PAGE_SIZE = 50

/** Which suggestions a page or an act is about; what is absent, any will do. */
export interface SuggestionFilter {
  category?: string
  kind?: QueuedKind
  provider?: string
}

export interface SuggestionRow extends Suggested {
  /** How often the address bounced in all. */
  bounces: number
  /** The well-known domain that its own most likely means, if any. */
  correction: string | null
}

export interface SuggestionCursor {
  at: Date
  value: string
}

/** Suggestions that wait, newest first, from a cursor on; what is listed for good meanwhile is left out. */
export async function listSuggestions(
  sql: ISql,
  workspaceId: string,
  { cursor, ...filter }: SuggestionFilter & { cursor?: SuggestionCursor | null },
): Promise<{ rows: SuggestionRow[]; next: SuggestionCursor | null }> {
  const behind = cursor ? sql`and (s.at, s.value) < (${cursor.at}, ${cursor.value})` : sql``
  const page = (of: Fragment) => sql`
    select * from (${of}) s where ${waiting(sql, workspaceId, filter)} ${behind}
    order by s.at desc, s.value desc limit ${SUGGESTION_PAGE_SIZE + 1}`
  const found = await sql<Omit<SuggestionRow, 'correction'>[]>`
    select s.value, s.entry_id as "entryId", s.domain, s.category, s.kind, s.provider, s.at, s.account,
      (select count(*)::int from bounces b where b.workspace_id = ${workspaceId} and b.recipient = s.value) as bounces
    from ((${page(byBounces(sql, workspaceId))}) union all (${page(byOptOuts(sql, workspaceId))})) s
    order by s.at desc, s.value desc limit ${SUGGESTION_PAGE_SIZE + 1}`
  const rows = found
    .slice(0, SUGGESTION_PAGE_SIZE)
    .map((row) => ({ ...row, correction: suggestDomain(row.domain) }))
  const last = rows.at(-1)
  const more = found.length > SUGGESTION_PAGE_SIZE && last
  return { rows, next: more ? { at: last.at, value: last.value } : null }
}

/** Suggestions that wait, as a condition on `suggested() s`. */
export function waiting(
  sql: ISql,
  workspaceId: string,
  { category, kind, provider }: SuggestionFilter,
): Fragment {
  return sql`true ${category ? sql`and s.category = ${category}` : sql``} ${kind ? sql`and s.kind = ${kind}` : sql``}
    ${provider ? sql`and s.provider = ${provider}` : sql``}
    and not exists (select 1 from dne_reasons r
      where r.workspace_id = ${workspaceId} and r.value = s.value and r.until is null)`
}

export interface SuggestionGroup {
  category: string
  kind: QueuedKind
  provider: string
  count: number
}

/** How many suggestions wait, in all and by cause, kind and provider. */
export async function countSuggestions(
  sql: ISql,
  workspaceId: string,
): Promise<{ total: number; groups: SuggestionGroup[] }> {
  const groups = await sql<SuggestionGroup[]>`
    select s.category, s.kind, s.provider, count(*)::int as count from ${suggested(sql, workspaceId)} s
    where ${waiting(sql, workspaceId, {})} group by 1, 2, 3 order by count desc, 1, 2, 3`
  return {
    total: groups.reduce((sum, group) => sum + group.count, 0),
    groups: groups.map((group) => ({ ...group })),
  }
}
