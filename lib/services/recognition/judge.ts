import type { ISql } from 'postgres'
import { recogniseAnew, type StoredReply } from '@/lib/services/replies/recognise-anew'
import type { Run } from './run'

export interface StoredJudgement extends StoredReply {
  occurredAt: Date
  dedupeKey: string
  category: string
  type: string
  decidedBy: string
}

/** A bounce that recognition judges otherwise than it is stored. */
export interface NewJudgement {
  occurredAt: Date
  dedupeKey: string
  old: { category: string; type: string; decidedBy: string }
  category: string
  type: string
  confidence: number
  decidedBy: string
}

/** So many replies are recognised before others get their turn. */
const AT_ONCE = 250

/** The next bounces behind the place a run has reached. */
export async function nextBounces(sql: ISql, run: Run, limit: number): Promise<StoredJudgement[]> {
  const after = run.reachedAt
    ? sql`and (occurred_at, dedupe_key) > (${run.reachedAt}::timestamptz, ${run.reachedKey}::uuid)`
    : sql``
  return sql<StoredJudgement[]>`
    select occurred_at as "occurredAt", dedupe_key as "dedupeKey", diagnostic, smtp_code as "smtpCode",
      enhanced_code as "enhancedCode", vendor_class as "vendorClass", category, bounce_type as type,
      decided_by as "decidedBy"
    from bounces where workspace_id = ${run.workspaceId} ${after}
    order by occurred_at, dedupe_key limit ${limit}`
}

/** What a person or a rule of the workspace decided stays decided. */
const isDecided = ({ decidedBy }: StoredJudgement): boolean => /^(?:workspace_rule|person):/.test(decidedBy)

/** Those of the bounces that recognition judges otherwise today; lets the event loop breathe. */
export async function judgeAnew(rows: readonly StoredJudgement[]): Promise<NewJudgement[]> {
  const changed: NewJudgement[] = []
  for (const [i, row] of rows.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve))
    if (isDecided(row)) continue
    const { occurredAt, dedupeKey, category, type, decidedBy } = row
    const found = recogniseAnew(row)
    if (found.category === category && found.type === type) continue
    changed.push({ occurredAt, dedupeKey, old: { category, type, decidedBy }, ...found })
  }
  return changed
}
