import type { Fragment, ISql } from 'postgres'
import { parseAddress } from '@/lib/bounce/address'
import { canonicalDomain } from '@/lib/dne/canonical'
import type { DneFilter } from '@/lib/dne/filter'

interface Workspace {
  id: string
  timeZone: string
}

/** Every standing reason that a filter asks for, as a condition on `dne_reasons r`. */
export function matchingReasons(sql: ISql, workspace: Workspace, filter: DneFilter, now: Date): Fragment {
  const parts = [
    sql`r.workspace_id = ${workspace.id}`,
    standing(sql, now),
    ...facts(sql, workspace, filter, now),
  ]
  const search = searchOf(sql, filter.q)
  if (search) parts.push(search)
  return parts.reduce((all, part) => sql`${all} and ${part}`)
}

/** The same rows as a relation, for filters that few rows match: parts of values are looked for where each index has them. */
export function foundReasons(sql: ISql, workspace: Workspace, filter: DneFilter, now: Date): Fragment {
  const where = matchingReasons(sql, workspace, filter, now)
  const part = partOf(filter.q)
  if (!part) return sql`select * from dne_reasons r where ${where}`
  // What follows from bounces is gone through in its index alone, and looked up where the part is in it.
  return sql`select * from dne_reasons r where ${where} and r.source <> 'bounce'
    union all select r.* from (
      select d.value from dne_reasons d
      where d.workspace_id = ${workspace.id} and d.source = 'bounce' and lower(d.value) like ${part} offset 0) v
    cross join lateral (
      select * from dne_reasons r where ${where} and r.source = 'bounce' and r.value = v.value offset 0) r`
}

/** What stands now: for good, or a hold that has not ended. */
export function standing(sql: ISql, now: Date, alias = 'r'): Fragment {
  const until = sql(`${alias}.until`)
  return sql`(${until} is null or ${until} > ${now})`
}

function facts(sql: ISql, { timeZone }: Workspace, filter: DneFilter, now: Date): Fragment[] {
  const parts: Fragment[] = []
  if (filter.reasons.length > 0) {
    parts.push(sql`r.reason = any(${filter.reasons}::text[])`)
    // What follows from bounces has that reason: without it, the index of what people did serves.
    if (!filter.reasons.includes('bounce')) parts.push(sql`r.source <> 'bounce'`)
  }
  if (filter.categories.length > 0) parts.push(sql`r.category = any(${filter.categories}::text[])`)
  if (filter.sources.length > 0) {
    parts.push(sql`r.source = any(${filter.sources}::text[])`)
    // Lets the planner see that the index of what people did serves.
    if (!filter.sources.includes('bounce')) parts.push(sql`r.source <> 'bounce'`)
  }
  if (filter.by.length > 0) parts.push(sql`r.created_by = any(${filter.by}::uuid[])`)
  if (filter.from) parts.push(sql`r.created_at >= (${filter.from}::date::timestamp at time zone ${timeZone})`)
  if (filter.to)
    parts.push(sql`r.created_at < ((${filter.to}::date + 1)::timestamp at time zone ${timeZone})`)
  if (filter.expiring === 'holds') parts.push(sql`r.until is not null`)
  if (filter.expiring === 'good') parts.push(sql`r.until is null`)
  if (typeof filter.expiring === 'number') {
    parts.push(sql`r.until <= ${now}::timestamptz + ${filter.expiring}::int * interval '24 hours'`)
  }
  return parts
}

/** An address, a domain and what is below it, or any part of a value. */
function searchOf(sql: ISql, typed: string | undefined): Fragment | null {
  const text = typed?.trim() ?? ''
  if (text === '') return null
  const domain = /^[@＠]/.test(text) ? canonicalDomain(text.slice(1)) : null
  if (domain) return sql`r.domain = ${domain}`
  const part = partOf(typed)
  if (part) return sql`lower(r.value) like ${part}`
  const address = parseAddress(text)
  return sql`r.value = ${address.ok ? address.address : text}`
}

/** The pattern of a search for a part; null for whole addresses and `@domain`. */
export function partOf(typed: string | undefined): string | null {
  const text = typed?.trim() ?? ''
  if (text === '' || (/^[@＠]/.test(text) && canonicalDomain(text.slice(1)))) return null
  const address = parseAddress(text)
  if (address.ok && /\.[a-z]{2,}$/.test(address.domain)) return null
  return `%${text.toLowerCase().replace(/[\\%_]/g, (char) => `\\${char}`)}%`
}
