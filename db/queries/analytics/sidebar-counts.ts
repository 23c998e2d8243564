import type { ISql } from 'postgres'
import { CELLS } from '@/lib/analytics/cells'
import type { Range } from '@/lib/analytics/range'

const total = CELLS.map((cell) => `coalesce(counts[${cell.index}], 0)`).join(' + ')

/** Figures beside the names in the sidebar: bounces of the range, and accounts that have some. */
export async function sidebarCounts(
  sql: ISql,
  workspaceId: string,
  range: Range,
): Promise<{ bounces: number; accounts: number }> {
  const rows = await sql<{ bounces: number; accounts: number }[]>`
    select
      (select coalesce(sum(${sql.unsafe(total)}), 0)::int from provider_days
       where workspace_id = ${workspaceId} and day between ${range.from} and ${range.to}) as bounces,
      (select (count(distinct account) filter (where ${sql.unsafe(total)} > 0))::int from account_days
       where workspace_id = ${workspaceId} and day between ${range.from} and ${range.to} and account <> '') as accounts`
  return rows[0]!
}
