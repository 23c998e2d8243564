import type { ISql } from 'postgres'
import type { Day } from '@/lib/analytics/day'
import type { Range } from '@/lib/analytics/range'
import { cellSums, rowTotal } from './list-accounts'

export interface AccountDay {
  day: Day
  cells: number[]
}

/** Counts of one account by day, days without any left out. */
export async function accountDays(
  sql: ISql,
  workspaceId: string,
  account: string,
  range: Range,
): Promise<AccountDay[]> {
  return sql<AccountDay[]>`
    select day::text as day, counts as cells from account_days
    where workspace_id = ${workspaceId} and account = ${account}
      and day between ${range.from}::date and ${range.to}::date
    order by day`
}

export interface ProviderTotal {
  provider: string
  count: number
  cells: number[]
}

/** Where one account's bounces came from, most first. */
export async function accountProviders(
  sql: ISql,
  workspaceId: string,
  account: string,
  range: Range,
): Promise<ProviderTotal[]> {
  return sql<ProviderTotal[]>`
    select provider, ${rowTotal(sql)} as count, ${cellSums(sql)} as cells from account_provider_days
    where workspace_id = ${workspaceId} and account = ${account}
      and day between ${range.from}::date and ${range.to}::date
    group by provider having ${rowTotal(sql)} > 0 order by 2 desc, 1`
}
