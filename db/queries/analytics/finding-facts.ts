import type { ISql } from 'postgres'
import type { BounceFilter } from '@/lib/analytics/filter'
import type { Finding } from '@/lib/analytics/finding'
import { facts } from './facts'
import type { Place } from './rollup'

/** What the day totals don't tell of a finding within a filter: when it began and how many different contacts are in it. */
export async function findingFacts(
  sql: ISql,
  place: Place,
  filter: BounceFilter,
  finding: Finding,
): Promise<{ contacts: number; firstAt: Date | null }> {
  const { account, category, since, until } = finding
  const own = { ...filter, accounts: [account], categories: [category], families: [] }
  const rows = await sql<{ contacts: number; firstAt: Date | null }[]>`
    select count(distinct recipient)::int as contacts, min(occurred_at) as "firstAt"
    from ${facts(sql, place, own, { from: since, to: until })}`
  return rows[0]!
}
