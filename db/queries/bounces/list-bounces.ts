import type { Fragment, ISql } from 'postgres'
import type { BounceCursor } from '@/lib/analytics/bounce-cursor'
import type { BounceSort } from '@/lib/analytics/bounce-sort'
import { matching } from './conditions'
import { countByCategory } from './count-bounces'
import { shrinkToRows } from './filled-days'
import {
  anchorOf,
  behind,
  compareRows,
  compareText,
  fitsSort,
  orderBy,
  reversed,
  sortColumns,
  type Anchor,
} from './order'
import type { Scope } from './scope'
import { alternativesOf, type Search } from './search'
import { chooseStrategy, type Strategy } from './strategy'

export const PAGE_SIZE = 50

export interface BounceRow {
  occurredAt: Date
  dedupeKey: string
  recipient: string
  account: string
  campaign: string
  provider: string
  category: string
  bounceType: 'hard' | 'soft' | ''
  smtpCode: string
  enhancedCode: string
  /** The beginning of the reply. */
  reply: string
  templateId: string
  /** False where only a report that may be forged tells of it. */
  verified: boolean
}

export interface BouncePage {
  rows: BounceRow[]
  /** Rows in front of this page, as far as the cursor knew. */
  offset: number
  previous: BounceCursor | null
  next: BounceCursor | null
}

/** One page of the list: from its start, or from a cursor in either direction. A cursor of another sort is ignored. */
export async function listBounces(
  sql: ISql,
  scope: Scope,
  sort: BounceSort,
  cursor: BounceCursor | null = null,
): Promise<BouncePage> {
  const from = cursor && fitsSort(cursor, sort.key) ? cursor : null
  const backwards = from?.direction === 'before'
  const seen = await rowsBehind(sql, scope, backwards ? reversed(sort) : sort, from, PAGE_SIZE + 1)
  const rows = seen.slice(0, PAGE_SIZE)
  if (backwards) rows.reverse()
  const more = seen.length > PAGE_SIZE
  const offset = !from ? 0 : backwards ? (more ? Math.max(0, from.offset - rows.length) : 0) : from.offset
  const at = (row: BounceRow | undefined, direction: 'after' | 'before', beside: number) =>
    row ? { ...anchorOf(row, sort.key), sort: sort.key, direction, offset: beside } : null
  return {
    rows,
    offset,
    previous: (backwards ? more : from) ? at(rows[0], 'before', offset) : null,
    next: (backwards ? true : more) ? at(rows.at(-1), 'after', offset + rows.length) : null,
  }
}

/** At most `limit` rows of a scope in a sort's order, strictly behind an anchor where there is one. */
export async function rowsBehind(
  sql: ISql,
  whole: Scope,
  sort: BounceSort,
  anchor: Anchor | null,
  limit: number,
): Promise<BounceRow[]> {
  const searches = whole.search ? alternativesOf(whole.search) : []
  if (searches.length > 1) return ofAlternatives(sql, whole, searches, sort, anchor, limit)
  const scope = await shrinkToRows(sql, whole, sort, anchor, limit)
  if (!scope) return []
  const strategy = await chooseStrategy(sql, scope, sort.key)
  if (strategy === 'walk' && sort.key === 'account') return alongAccounts(sql, scope, sort, anchor, limit)
  const narrowed = sort.key === 'category' ? await withPossibleCategories(sql, scope) : scope
  if (!narrowed) return []
  return pageQuery(sql, narrowed, { strategy, sort, anchor, limit })
}

/** Each alternative of a search has an index of its own, which one query for all of them would not use. */
async function ofAlternatives(
  sql: ISql,
  scope: Scope,
  searches: Search[],
  sort: BounceSort,
  anchor: Anchor | null,
  limit: number,
): Promise<BounceRow[]> {
  const found = new Map<string, BounceRow>()
  for (const search of searches) {
    const rows = await rowsBehind(sql, { ...scope, search }, sort, anchor, limit)
    for (const row of rows) found.set(`${row.occurredAt.toISOString()} ${row.dedupeKey}`, row)
  }
  return [...found.values()].sort((a, b) => compareRows(sort, a, b)).slice(0, limit)
}

/** No index has accounts first: one account after the other gives its rows by time, until there are enough. */
async function alongAccounts(
  sql: ISql,
  scope: Scope,
  { direction }: BounceSort,
  anchor: Anchor | null,
  limit: number,
): Promise<BounceRow[]> {
  const from = anchor?.values[0]
  const rows: BounceRow[] = []
  const all = await accountsInOrder(sql, scope, direction)
  const isBefore = (account: string) =>
    from !== undefined && compareText(account, from) * (direction === 'asc' ? 1 : -1) < 0
  for (const account of all.filter((each) => !isBefore(each))) {
    const own = { ...scope, filter: { ...scope.filter, accounts: [account] } }
    const start = account === from ? anchor : null
    const sort: BounceSort = { key: 'received', direction }
    rows.push(...(await rowsBehind(sql, own, sort, start && { ...start, values: [] }, limit - rows.length)))
    if (rows.length >= limit) break
  }
  return rows
}

async function accountsInOrder(
  sql: ISql,
  { workspaceId, filter }: Scope,
  direction: BounceSort['direction'],
) {
  const known = await sql<{ address: string }[]>`
    select address from sending_accounts where workspace_id = ${workspaceId}`
  const all = new Set(['', ...known.map((row) => row.address)])
  const wanted = filter.accounts.length > 0 ? filter.accounts.filter((account) => all.has(account)) : [...all]
  wanted.sort(compareText)
  return direction === 'asc' ? wanted : wanted.reverse()
}

/** Along the categories, those that never have the wanted type would be read through in vain; null where none has it. */
async function withPossibleCategories(sql: ISql, scope: Scope): Promise<Scope | null> {
  const { filter } = scope
  if (filter.types.length !== 1) return scope
  const days = {
    ...filter,
    accounts: [],
    providers: [],
    campaigns: [],
    template: undefined,
    importId: undefined,
    unverified: undefined,
  }
  const found = await countByCategory(sql, { ...scope, filter: days, search: null })
  if (found.length === 0) return null
  return { ...scope, filter: { ...filter, families: [], categories: found.map((row) => row.category) } }
}

interface PageInput {
  strategy: Strategy
  sort: BounceSort
  anchor: Anchor | null
  limit: number
}

/** The page's keys first: an index may hold all it takes to find them, and only their rows are read then. */
function pageQuery(sql: ISql, scope: Scope, { strategy, sort, anchor, limit }: PageInput) {
  const start = (alias: string) => (anchor ? behind(sql, alias, sort, anchor) : sql`true`)
  const page =
    strategy === 'walk'
      ? sql`
        select b.occurred_at, b.dedupe_key from bounces b
        where ${matching(sql, scope, leadsElsewhere(scope, sort))} and ${start('b')}
        order by ${orderBy(sql, 'b', sort)} limit ${limit}`
      : sql`
        with m as materialized (
          select ${sortColumns(sql, 'b', sort.key)} from bounces b where ${matching(sql, scope)})
        select m.occurred_at, m.dedupe_key from m where ${start('m')} order by ${orderBy(sql, 'm', sort)} limit ${limit}`
  return sql<BounceRow[]>`
    with page as materialized (${page})
    select ${columns(sql)} from page p join bounces b
      on b.workspace_id = ${scope.workspaceId} and b.occurred_at = p.occurred_at and b.dedupe_key = p.dedupe_key
    order by ${orderBy(sql, 'b', sort)}`
}

/** Whether a walk goes along an index that is not the one of addresses. */
function leadsElsewhere({ filter }: Scope, { key }: BounceSort): boolean {
  return key === 'category' || (key === 'received' && filter.accounts.length === 0)
}

function columns(sql: ISql): Fragment {
  return sql`b.occurred_at as "occurredAt", b.dedupe_key as "dedupeKey", b.recipient, b.account, b.campaign,
    b.provider, b.category, b.bounce_type as "bounceType", b.smtp_code as "smtpCode",
    b.enhanced_code as "enhancedCode", left(b.diagnostic, 200) as reply, b.template_id as "templateId", b.verified`
}
