import type { ISql } from 'postgres'
import { suggestDomain } from '@/lib/bounce/suggest-domain'
import type { Scope } from '@/lib/dne/entry'
import { entryIdSql } from './entry-id'
import { entriesOf, type EntryReason } from './list-entries'
import { suggested } from './suggested'

export interface Entry {
  entryId: string
  value: string
  scope: Scope
  domain: string
  listed: boolean
  /** What stands, strongest first; none where it is not listed any more. */
  reasons: EntryReason[]
  /** Whether it waits for a person's yes. */
  suggested: boolean
  /** The well-known domain that its own most likely means, if any. */
  correction: string | null
}

/** An entry by its id, also one that was taken off meanwhile or is only suggested; null where nothing tells of it. */
export async function loadEntry(
  sql: ISql,
  workspaceId: string,
  entryId: string,
  now: Date,
): Promise<Entry | null> {
  const value = await entryValue(sql, workspaceId, entryId)
  if (value === null) return null
  const [row] = await entriesOf(sql, workspaceId, [value], now)
  const waits = await sql`select 1 from ${suggested(sql, workspaceId)} s where s.value = ${value}`
  const domain = value.slice(value.lastIndexOf('@') + 1)
  return {
    entryId,
    value,
    domain,
    scope: row?.scope ?? (value.includes('@') ? 'address' : 'domain'),
    listed: row !== undefined,
    reasons: row?.reasons ?? [],
    suggested: waits.length > 0 && row?.reasons[0]?.until !== null,
    correction: suggestDomain(domain),
  }
}

/** The address or domain of an entry, of whatever tells of it; null where nothing does. */
export async function entryValue(sql: ISql, workspaceId: string, entryId: string): Promise<string | null> {
  const rows = await sql<{ value: string }[]>`
    (select value from dne_reasons where workspace_id = ${workspaceId} and entry_id = ${entryId} limit 1)
    union all
    (select value from dne_changes where workspace_id = ${workspaceId} and entry_id = ${entryId} limit 1)
    union all
    (select value from dne_suggestions where workspace_id = ${workspaceId} and entry_id = ${entryId} limit 1)
    union all
    (select listed_as from opt_outs o where workspace_id = ${workspaceId} and not verified
      and ${sql.unsafe(entryIdSql(`'${workspaceId}'`, 'o.listed_as'))} = ${entryId} limit 1)
    limit 1`
  return rows[0]?.value ?? null
}
