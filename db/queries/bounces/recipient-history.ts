import type { ISql } from 'postgres'
import type { BounceKey } from '@/lib/bounce/key'

export interface PastBounce extends BounceKey {
  category: string
  bounceType: 'hard' | 'soft' | ''
  account: string
  campaign: string
}

export interface RecipientHistory {
  bounces: PastBounce[]
  /** All of them, also those beyond the ones given. */
  total: number
}

/** What bounced at one recipient, newest first, at most `limit` of it, and how often in all. */
export async function recipientHistory(
  sql: ISql,
  workspaceId: string,
  recipient: string,
  limit = 20,
): Promise<RecipientHistory> {
  const [bounces, counted] = await Promise.all([
    sql<PastBounce[]>`
      select b.occurred_at as "occurredAt", b.dedupe_key as "dedupeKey", b.category, b.bounce_type as "bounceType",
        b.account, b.campaign
      from bounces b where b.workspace_id = ${workspaceId} and b.recipient = ${recipient}
      order by b.occurred_at desc, b.dedupe_key desc limit ${limit}`,
    sql<{ n: number }[]>`
      select count(*)::int as n from bounces where workspace_id = ${workspaceId} and recipient = ${recipient}`,
  ])
  return { bounces: [...bounces], total: counted[0]!.n }
}
