import type { ISql } from 'postgres'
import type { Finding } from '@/lib/analytics/finding'
import type { Place } from './rollup'

/** What the day totals don't tell of a finding: when it began and how many different contacts are in it. */
export async function findingFacts(
  sql: ISql,
  place: Place,
  finding: Finding,
): Promise<{ contacts: number; firstAt: Date | null }> {
  const rows = await sql<{ contacts: number; firstAt: Date | null }[]>`
    select count(distinct recipient)::int as contacts, min(occurred_at) as "firstAt" from bounces
    where workspace_id = ${place.id} and account = ${finding.account} and category = ${finding.category}
      and occurred_at >= (${finding.since}::date::timestamp at time zone ${place.timeZone})
      and occurred_at < ((${finding.until}::date + 1)::timestamp at time zone ${place.timeZone})`
  return rows[0]!
}
