import type { ISql } from 'postgres'
import { countWaiting } from '@/db/queries/review/count-waiting'
import { CELLS } from '@/lib/analytics/cells'
import type { Range } from '@/lib/analytics/range'

const total = CELLS.map((cell) => `coalesce(counts[${cell.index}], 0)`).join(' + ')

/** Figures beside the names in the sidebar: bounces of the range, accounts that have some, and replies that wait for a person. */
export async function sidebarCounts(
  sql: ISql,
  workspaceId: string,
  range: Range,
): Promise<{ bounces: number; accounts: number; review: number }> {
  const waiting = countWaiting(sql, workspaceId)
  const rows = await sql<{ bounces: number; accounts: number }[]>`
    select
      (select coalesce(sum(${sql.unsafe(total)}), 0)::int from provider_days
       where workspace_id = ${workspaceId} and day between ${range.from} and ${range.to}) as bounces,
      (select (count(distinct account) filter (where ${sql.unsafe(total)} > 0))::int from account_days
       where workspace_id = ${workspaceId} and day between ${range.from} and ${range.to} and account <> '') as accounts`
  return { ...rows[0]!, review: await waiting }
}
