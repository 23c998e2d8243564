import type { Fragment, ISql } from 'postgres'
import type { BounceKey } from '@/lib/bounce/key'
import { matching } from './conditions'
import type { Scope } from './scope'

export interface ExportRow extends BounceKey {
  recipient: string
  recipientName: string | null
  account: string
  campaign: string
  provider: string
  category: string
  bounceType: string
  smtpCode: string
  enhancedCode: string
  vendorClass: string
  diagnostic: string
  confidence: number
  verified: boolean
}

/** The next rows of a scope, oldest first, behind a key: in steps, so that no connection waits for a slow reader. */
export function exportRows(
  sql: ISql,
  scope: Scope,
  after: BounceKey | null,
  limit: number,
): Promise<ExportRow[]> {
  return rowsOf(sql, sql`${matching(sql, scope)} ${behind(sql, after)}`, limit)
}

/** Rows by key, oldest first. */
export function exportRowsByKey(
  sql: ISql,
  workspaceId: string,
  keys: readonly BounceKey[],
): Promise<ExportRow[]> {
  const times = keys.map((key) => key.occurredAt.toISOString())
  const uuids = keys.map((key) => key.dedupeKey)
  const wanted = sql`select * from unnest(${times}::timestamptz[], ${uuids}::uuid[])`
  const where = sql`b.workspace_id = ${workspaceId} and (b.occurred_at, b.dedupe_key) in (${wanted})`
  return rowsOf(sql, where, keys.length)
}

function behind(sql: ISql, after: BounceKey | null): Fragment {
  return after
    ? sql`and (b.occurred_at, b.dedupe_key) > (${after.occurredAt}::timestamptz, ${after.dedupeKey}::uuid)`
    : sql``
}

async function rowsOf(sql: ISql, where: Fragment, limit: number): Promise<ExportRow[]> {
  return sql<ExportRow[]>`
    select b.occurred_at as "occurredAt", b.dedupe_key as "dedupeKey", b.recipient,
      b.recipient_name as "recipientName", b.account, b.campaign, b.provider, b.category,
      b.bounce_type as "bounceType", b.smtp_code as "smtpCode", b.enhanced_code as "enhancedCode",
      b.vendor_class as "vendorClass", b.diagnostic, b.confidence, b.verified
    from bounces b where ${where}
    order by b.occurred_at, b.dedupe_key limit ${limit}`
}
