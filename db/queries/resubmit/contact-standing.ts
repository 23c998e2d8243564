import type { ISql } from 'postgres'
import { formatBounceKey } from '@/lib/bounce/key'
import type { ContactState } from '@/lib/resubmit/eligibility'
import { standing, type Moment } from './standing'

export interface ContactStanding {
  state: ContactState
  category: string
  account: string
  /** Of the last bounce. */
  bounceKey: string
}

/** What one recipient is as a contact at a moment; null where it is none. */
export async function contactStanding(
  sql: ISql,
  moment: Moment,
  recipient: string,
): Promise<ContactStanding | null> {
  const [row] = await sql<
    { state: ContactState; category: string; account: string; occurredAt: Date; dedupeKey: string }[]
  >`
    select state, category, account, bounced_at as "occurredAt", bounce_key as "dedupeKey"
    from (${standing(sql, moment, sql`c.recipient = ${recipient}`)}) s`
  if (!row) return null
  const { state, category, account, ...key } = row
  return { state, category, account, bounceKey: formatBounceKey(key) }
}
