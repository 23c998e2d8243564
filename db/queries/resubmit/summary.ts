import type { Fragment, ISql } from 'postgres'
import type { ContactState } from '@/lib/resubmit/eligibility'
import { standing, type Moment } from './standing'

/** Contacts that are the same, bounced on the same cause, and were mailed from the same account. */
export interface Group {
  state: ContactState
  category: string
  account: string
  contacts: number
  /** When the first and the last hold ends. */
  firstUntil: Date | null
  lastUntil: Date | null
  /** The latest fix among them. */
  fixedAt: Date | null
  /** Those with more than one try behind them. */
  again: number
  lastBounce: Date
}

export interface ContactFilter {
  accounts: readonly string[]
  categories: readonly string[]
  campaigns: readonly string[]
}

/** The filter that leaves nobody out. */
export const EVERYONE: ContactFilter = { accounts: [], categories: [], campaigns: [] }

/** The conditions of a filter on `contacts c`. */
export function filtered(sql: ISql, filter: ContactFilter): Fragment {
  const accounts = filter.accounts as string[]
  const categories = filter.categories as string[]
  const campaigns = filter.campaigns as string[]
  return sql`true
    ${accounts.length > 0 ? sql`and c.account = any(${accounts}::text[])` : sql``}
    ${categories.length > 0 ? sql`and c.category = any(${categories}::text[])` : sql``}
    ${campaigns.length > 0 ? sql`and c.campaign = any(${campaigns}::text[])` : sql``}`
}

/** All contacts of a filter by what they are, cause and account; every figure of the page is a sum over these. */
export async function contactGroups(sql: ISql, moment: Moment, filter: ContactFilter): Promise<Group[]> {
  return sql<Group[]>`
    select state, category, account, count(*)::int as contacts, min(until) as "firstUntil", max(until) as "lastUntil",
      max(fixed_at) as "fixedAt", (count(*) filter (where tries > 1))::int as again, max(bounced_at) as "lastBounce"
    from (${standing(sql, moment, filtered(sql, filter))}) s
    group by state, category, account
    order by contacts desc, category, account`
}
