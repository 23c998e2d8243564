import type { ISql } from 'postgres'
import { CELLS } from '@/lib/analytics/cells'
import { selectedCells } from '@/lib/analytics/filter'
import { rollup } from '@/db/queries/analytics/rollup'
import { matching } from './conditions'
import { isRolledUp, type Scope } from './scope'

export interface CategoryCount {
  category: string
  count: number
}

/** How many bounces of a scope each category has, exact; categories without any are left out. */
export async function countByCategory(sql: ISql, scope: Scope): Promise<CategoryCount[]> {
  const rows = isRolledUp(scope) ? await fromDays(sql, scope) : await fromRows(sql, scope)
  return rows.filter((row) => row.count > 0)
}

/** How many bounces a scope has, exact. */
export async function countBounces(sql: ISql, scope: Scope): Promise<number> {
  return (await countByCategory(sql, scope)).reduce((sum, row) => sum + row.count, 0)
}

function fromRows(sql: ISql, scope: Scope) {
  return sql<CategoryCount[]>`
    select b.category, count(*)::int as count from bounces b where ${matching(sql, scope)} group by b.category`
}

/** One sum per category over the cells of the day totals. */
async function fromDays(sql: ISql, scope: Scope): Promise<CategoryCount[]> {
  const { filter, workspaceId, timeZone } = scope
  const wanted = categoryCells(scope)
  if (wanted.length === 0) return []
  const sums = wanted.map(({ cells }) => {
    const cell = (at: number) => `coalesce(counts[${at}], 0)`
    return `coalesce(sum(${cells.map(cell).join(' + ')}), 0)::int`
  })
  const rows = await sql<{ sums: number[] }[]>`
    select array[${sql.unsafe(sums.join(', '))}] as sums
    from ${rollup(sql, { id: workspaceId, timeZone }, filter, 'none', filter)}`
  return wanted.map(({ category }, index) => ({ category, count: rows[0]!.sums[index]! }))
}

function categoryCells({ filter }: Scope): { category: string; cells: number[] }[] {
  const kept = selectedCells(filter)
  const byCategory = new Map<string, number[]>()
  for (const { category, index } of CELLS) {
    if (!kept || kept.includes(index)) byCategory.set(category, [...(byCategory.get(category) ?? []), index])
  }
  return [...byCategory].map(([category, cells]) => ({ category, cells }))
}
