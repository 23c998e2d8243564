import type { ISql } from 'postgres'
import type { Day } from '@/lib/analytics/day'
import type { Range } from '@/lib/analytics/range'
import { rowTotal } from './list-accounts'

export interface DayTotal {
  account: string
  day: Day
  count: number
}

/** Bounces per account and day; days without any are left out. */
export async function accountTrends(sql: ISql, workspaceId: string, range: Range): Promise<DayTotal[]> {
  return sql<DayTotal[]>`
    select account, day::text as day, ${rowTotal(sql)} as count from account_days
    where workspace_id = ${workspaceId} and day between ${range.from}::date and ${range.to}::date
    group by account, day having ${rowTotal(sql)} > 0 order by day`
}
