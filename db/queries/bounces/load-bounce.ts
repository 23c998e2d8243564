import type { ISql } from 'postgres'
import type { BounceKey } from '@/lib/bounce/key'

export interface Bounce extends BounceKey {
  recipient: string
  domain: string
  recipientName: string | null
  account: string
  /** Of its sending account's page; null where the account is unknown. */
  accountId: string | null
  campaign: string
  provider: string
  category: string
  bounceType: 'hard' | 'soft' | ''
  smtpCode: string
  enhancedCode: string
  vendorClass: string
  diagnostic: string
  templateId: string
  confidence: number
  decidedBy: string
  /** False where only a report that may be forged tells of it. */
  verified: boolean
  importId: string
  line: number
  /** Name of the file it came in; null where that import is gone. */
  fileName: string | null
}

/** One bounce with all that is stored of it, or null. */
export async function loadBounce(sql: ISql, workspaceId: string, key: BounceKey): Promise<Bounce | null> {
  const rows = await sql<Bounce[]>`
    select b.occurred_at as "occurredAt", b.dedupe_key as "dedupeKey", b.recipient, b.domain,
      b.recipient_name as "recipientName", b.account, a.id as "accountId", b.campaign, b.provider, b.category,
      b.bounce_type as "bounceType", b.smtp_code as "smtpCode", b.enhanced_code as "enhancedCode",
      b.vendor_class as "vendorClass", b.diagnostic, b.template_id as "templateId", b.confidence,
      b.decided_by as "decidedBy", b.verified, b.import_id as "importId", b.line, u.name as "fileName"
    from bounces b
    left join sending_accounts a on a.workspace_id = b.workspace_id and a.address = b.account
    left join imports i on i.workspace_id = b.workspace_id and i.id = b.import_id
    left join uploads u on u.workspace_id = i.workspace_id and u.id = i.upload_id
    where b.workspace_id = ${workspaceId} and b.occurred_at = ${key.occurredAt} and b.dedupe_key = ${key.dedupeKey}`
  return rows[0] ?? null
}
