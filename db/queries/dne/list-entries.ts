import type { Fragment, ISql } from 'postgres'
import type { DneCursor } from '@/lib/dne/cursor'
import { REASONS, type Reason, type Scope, type Source } from '@/lib/dne/entry'
import type { DneFilter, DneSort } from '@/lib/dne/filter'
import { gatherable } from './gatherable'
import { foundReasons, matchingReasons, standing } from './matching'

export const DNE_PAGE_SIZE = 50

/** One standing reason of an entry. */
export interface EntryReason {
  reason: Reason
  /** '' unless the reason is a bounce. */
  category: string
  until: Date | null
  bounceAt: Date | null
  bounceKey: string | null
  source: Source
  note: string
  createdAt: Date
  /** Null: the system, or the command line. */
  createdBy: string | null
  createdByName: string | null
  actId: string | null
}

export interface EntryRow {
  entryId: string
  value: string
  scope: Scope
  domain: string
  /** Strongest first; never empty. */
  reasons: EntryReason[]
}

export interface EntryPage {
  rows: EntryRow[]
  /** Entries in front of this page, as far as the cursor knew. */
  offset: number
  previous: DneCursor | null
  next: DneCursor | null
}

export interface ListInput {
  filter: DneFilter
  sort: DneSort
  cursor: DneCursor | null
  now: Date
}

interface Place {
  value: string
  at: Date | null
}

type Workspace = { id: string; timeZone: string }

/** One page of entries: from the start of a sort, or beside a cursor in either direction. */
export async function listEntries(sql: ISql, workspace: Workspace, input: ListInput): Promise<EntryPage> {
  const { sort, now } = input
  const from = input.cursor?.sort === sort.key ? input.cursor : null
  const backwards = from?.direction === 'before'
  const seen = await placesBehind(sql, workspace, input, from)
  const places = seen.slice(0, DNE_PAGE_SIZE)
  if (backwards) places.reverse()
  const more = seen.length > DNE_PAGE_SIZE
  const offset = !from ? 0 : backwards ? (more ? Math.max(0, from.offset - places.length) : 0) : from.offset
  const rows = await entriesOf(
    sql,
    workspace.id,
    places.map((place) => place.value),
    now,
  )
  const cursorAt = (place: Place | undefined, direction: 'after' | 'before', beside: number) =>
    place ? { direction, sort: sort.key, at: place.at, value: place.value, offset: beside } : null
  return {
    rows,
    offset,
    previous: (backwards ? more : from) ? cursorAt(places[0], 'before', offset) : null,
    next: (backwards ? true : more) ? cursorAt(places.at(-1), 'after', offset + places.length) : null,
  }
}

/**
 * The values of a page in order. An entry stands where the newest of its matching reasons puts it (by its value: anywhere, they are the
 * same); few matches are gathered and sorted, many are met while walking along the sort's index.
 */
async function placesBehind(
  sql: ISql,
  workspace: Workspace,
  { filter, sort, now }: ListInput,
  from: DneCursor | null,
): Promise<Place[]> {
  const ascending = (sort.direction === 'asc') !== (from?.direction === 'before')
  const key = columnOf(sql, sort.key)
  const match = sort.key === 'until' ? { ...filter, expiring: filter.expiring ?? ('holds' as const) } : filter
  const { where } = { where: matchingReasons(sql, workspace, match, now) }
  const behind = from ? after(sql, sort.key, from, ascending) : sql`true`
  const way = ascending ? sql`asc` : sql`desc`
  const order = sort.key === 'value' ? sql`r.value ${way}` : sql`${key} ${way}, r.value ${way}`
  const newest =
    sort.key === 'value'
      ? firstOfValue(sql, workspace, match, now)
      : newestOfValue(sql, workspace, match, now)
  const few = await gatherable(sql, workspace, match, now)
  const rows = few
    ? sql`materialized (${foundReasons(sql, workspace, match, now)})`
    : sql`not materialized (select * from dne_reasons r where ${where})`
  return sql<Place[]>`
    with r as ${rows}
    select r.value, ${sort.key === 'value' ? sql`null` : key} as at from r
    where ${behind} and ${newest}
    order by ${order} limit ${DNE_PAGE_SIZE + 1}`
}

function columnOf(sql: ISql, key: DneSort['key']): Fragment {
  return key === 'until' ? sql`r.until` : sql`r.created_at`
}

function after(sql: ISql, key: DneSort['key'], { at, value }: DneCursor, ascending: boolean): Fragment {
  const sign = ascending ? sql`>` : sql`<`
  if (key === 'value') return sql`r.value ${sign} ${value}`
  return sql`(${columnOf(sql, key)}, r.value) ${sign} (${at}::timestamptz, ${value}::text)`
}

/** Leaves one row of those of a value that match: the one added last. */
function newestOfValue(sql: ISql, workspace: Workspace, filter: DneFilter, now: Date): Fragment {
  return sql`not exists (select 1 from (select * from dne_reasons r where ${matchingReasons(sql, workspace, filter, now)}) o
    where o.value = r.value and o.reason <> r.reason and (o.created_at, o.reason) > (r.created_at, r.reason))`
}

function firstOfValue(sql: ISql, workspace: Workspace, filter: DneFilter, now: Date): Fragment {
  return sql`not exists (select 1 from (select * from dne_reasons r where ${matchingReasons(sql, workspace, filter, now)}) o
    where o.value = r.value and o.reason < r.reason)`
}

/** Entries by value with every standing reason, in the order given; values that are not listed are left out. */
export async function entriesOf(
  sql: ISql,
  workspaceId: string,
  values: readonly string[],
  now: Date,
): Promise<EntryRow[]> {
  if (values.length === 0) return []
  type Row = EntryReason & Omit<EntryRow, 'reasons'>
  const rows = await sql<Row[]>`
    select r.entry_id as "entryId", r.value, r.scope, r.domain, r.reason, r.category, r.until, r.bounce_at as "bounceAt",
      r.bounce_key as "bounceKey", r.source, r.note, r.created_at as "createdAt", r.created_by as "createdBy",
      u.name as "createdByName", r.act_id as "actId"
    from unnest(${values as string[]}::text[]) v(value)
    cross join lateral (select * from dne_reasons r
      where r.workspace_id = ${workspaceId} and r.value = v.value and ${standing(sql, now)} offset 0) r
    left join users u on u.id = r.created_by`
  const byValue = new Map<string, EntryRow>()
  for (const { entryId, value, scope, domain, ...reason } of rows) {
    const entry = byValue.get(value) ?? { entryId, value, scope, domain, reasons: [] }
    if (scope === 'subdomains') entry.scope = scope
    entry.reasons.push(reason)
    byValue.set(value, entry)
  }
  for (const { reasons } of byValue.values()) reasons.sort(strongestFirst)
  return values.flatMap((value) => byValue.get(value) ?? [])
}

/** The values of chosen entries, in order. */
export async function valuesById(sql: ISql, workspaceId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await sql<{ value: string }[]>`
    select distinct r.value from dne_reasons r
    where r.workspace_id = ${workspaceId} and r.entry_id = any(${ids as string[]}::uuid[]) order by r.value`
  return rows.map(({ value }) => value)
}

function strongestFirst(a: EntryReason, b: EntryReason): number {
  return (
    Number(a.until !== null) - Number(b.until !== null) ||
    REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason)
  )
}
