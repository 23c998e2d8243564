import type { Fragment, ISql } from 'postgres'
import { CELLS } from '@/lib/analytics/cells'
import { selectedCells, type BounceFilter } from '@/lib/analytics/filter'
import type { Range } from '@/lib/analytics/range'

/** Who asks: a workspace and its days. */
export interface Place {
  id: string
  timeZone: string
}

/** Whether day totals can answer a filter; else the bounces themselves are counted. */
export function isRolledUp(filter: BounceFilter): boolean {
  const { campaigns, template, importId, unverified, q } = filter
  return campaigns.length === 0 && !template && !importId && !unverified && !q
}

type Grouping = 'account' | 'provider' | 'none'

/** The smallest rollup that knows what the filter and the grouping need, with its conditions. */
export function rollup(
  sql: ISql,
  place: Place,
  filter: BounceFilter,
  grouping: Grouping,
  range: Range,
): Fragment {
  const byAccount = grouping === 'account' || filter.accounts.length > 0
  const byProvider = grouping === 'provider' || filter.providers.length > 0
  const table =
    byAccount && byProvider ? 'account_provider_days' : byAccount ? 'account_days' : 'provider_days'
  const accounts = filter.accounts.length > 0 ? sql`and account = any(${filter.accounts}::text[])` : sql``
  const providers = filter.providers.length > 0 ? sql`and provider = any(${filter.providers}::text[])` : sql``
  return sql`${sql(table)}
    where workspace_id = ${place.id} and day between ${range.from} and ${range.to} ${accounts} ${providers}`
}

const wanted = (filter: BounceFilter): number[] => selectedCells(filter) ?? CELLS.map((cell) => cell.index)

/** `sum(counts[i])` for the cells the filter selects, as one array that is addressed like `counts`; other cells are 0. */
export function summedCells(sql: ISql, filter: BounceFilter): Fragment {
  const cells = new Set(wanted(filter))
  const last = Math.max(0, ...cells)
  const sums = Array.from({ length: last }, (_, i) =>
    cells.has(i + 1) ? `coalesce(sum(counts[${i + 1}]), 0)` : '0',
  )
  return sql.unsafe(`array[${sums.join(', ')}]::int[]`) as unknown as Fragment
}

/** The sum of a row's selected cells, as one number. */
export function rowTotal(sql: ISql, filter: BounceFilter): Fragment {
  const terms = wanted(filter).map((index) => `coalesce(counts[${index}], 0)`)
  return sql.unsafe(`(${terms.join(' + ') || '0'})`) as unknown as Fragment
}
