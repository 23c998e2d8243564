import type { ISql } from 'postgres'
import { CELL_COUNT } from '@/lib/analytics/cells'
import type { Range } from '@/lib/analytics/range'

export interface AccountTotals {
  id: string
  address: string
  /** Counts of the range by cell. */
  cells: number[]
  /** All bounces of the range before. */
  before: number
}

/** Every sending account of a workspace with its bounces in two ranges; accounts without any are there too. */
export async function listAccounts(
  sql: ISql,
  workspaceId: string,
  range: Range,
  previous: Range,
): Promise<AccountTotals[]> {
  const rows = await sql<(Omit<AccountTotals, 'cells'> & { cells: number[] | null })[]>`
    with now as (
      select account, ${cellSums(sql)} as cells from account_days
      where workspace_id = ${workspaceId} and day between ${range.from}::date and ${range.to}::date
      group by account
    ), then as (
      select account, ${rowTotal(sql)} as n from account_days
      where workspace_id = ${workspaceId} and day between ${previous.from}::date and ${previous.to}::date
      group by account
    )
    select a.id, a.address, now.cells, coalesce(then.n, 0)::int as before from sending_accounts a
    left join now on now.account = a.address left join then on then.account = a.address
    where a.workspace_id = ${workspaceId} and a.address <> ''
    order by a.address`
  return rows.map((row) => ({ ...row, cells: row.cells ?? [] }))
}

const cells = Array.from({ length: CELL_COUNT }, (_, i) => `coalesce(counts[${i + 1}], 0)`)

/** The sum of each cell over many days, as an array. */
export function cellSums(sql: ISql) {
  return sql.unsafe(`array[${cells.map((cell) => `sum(${cell})::int`).join(', ')}]`)
}

/** The sum of all cells over many days. */
export function rowTotal(sql: ISql) {
  return sql.unsafe(`sum(${cells.join(' + ')})::int`)
}
