import type { ISql } from 'postgres'
import { classify } from '@/lib/bounce/classify'
import { typeUnder } from '@/lib/bounce/type-under'
import { markOf } from './act'
import { shiftCounts } from './shift-counts'

const AT_ONCE = 5_000

interface Row {
  occurredAt: Date
  dedupeKey: string
  diagnostic: string
  smtpCode: string
  enhancedCode: string
  vendorClass: string
}

/** Decides bounces of a reply again that were imported under a rule it has no more; gives how many. Bounces under the rule in force stay. */
export async function decideAnew(
  tx: ISql,
  workspace: { id: string; timeZone: string },
  templateId: string,
): Promise<number> {
  const [rule] = await tx<{ category: string }[]>`
    select category from template_rules where workspace_id = ${workspace.id} and template_id = ${templateId}`
  let all = 0
  for (;;) {
    const rows = await tx<Row[]>`
      select occurred_at as "occurredAt", dedupe_key as "dedupeKey", diagnostic, smtp_code as "smtpCode",
        enhanced_code as "enhancedCode", vendor_class as "vendorClass"
      from bounces where workspace_id = ${workspace.id} and template_id = ${templateId}
        and decided_by = ${markOf(templateId)} and category is distinct from ${rule?.category ?? null}
      limit ${AT_ONCE}`
    if (rows.length === 0) return all
    await store(
      tx,
      workspace,
      rows.map((row) => decide(row, rule?.category, templateId)),
    )
    all += rows.length
  }
}

type Decided = Pick<Row, 'occurredAt' | 'dedupeKey'> & {
  category: string
  type: string
  confidence: number
  decidedBy: string
}

/** A reply that recognition takes for no bounce at all waits for a person instead of vanishing. */
function decide(row: Row, rule: string | undefined, templateId: string): Decided {
  const { occurredAt, dedupeKey } = row
  if (rule !== undefined) {
    const type = typeUnder(rule, row)
    return { occurredAt, dedupeKey, category: rule, type, confidence: 1, decidedBy: markOf(templateId) }
  }
  const verdict = classify({
    diagnostic: row.diagnostic,
    smtpCode: row.smtpCode || undefined,
    enhancedCode: row.enhancedCode || undefined,
    vendorClass: row.vendorClass || undefined,
  })
  return {
    occurredAt,
    dedupeKey,
    category: verdict.category ?? 'unclassified',
    type: verdict.bounceType ?? '',
    confidence: verdict.confidence,
    decidedBy: `${verdict.evidence.layer}:${verdict.evidence.rule}`.slice(0, 200),
  }
}

async function store(tx: ISql, workspace: { id: string; timeZone: string }, rows: Decided[]): Promise<void> {
  const decided = tx`
    select * from unnest(
      ${rows.map((row) => row.occurredAt.toISOString())}::timestamptz[], ${rows.map((row) => row.dedupeKey)}::uuid[],
      ${rows.map((row) => row.category)}::text[], ${rows.map((row) => row.type)}::text[],
      ${rows.map((row) => row.confidence)}::real[], ${rows.map((row) => row.decidedBy)}::text[]
    ) d(occurred_at, dedupe_key, category, bounce_type, confidence, decided_by)`
  const same = tx`b.workspace_id = ${workspace.id} and b.occurred_at = d.occurred_at and b.dedupe_key = d.dedupe_key`
  await shiftCounts(
    tx,
    workspace,
    tx`
    select b.occurred_at, b.account, b.provider, b.category as old_category, b.bounce_type as old_type,
      d.category as new_category, d.bounce_type as new_type
    from (${decided}) d, bounces b where ${same}`,
  )
  await tx`
    update bounces b set category = d.category, bounce_type = d.bounce_type, confidence = d.confidence,
      decided_by = d.decided_by
    from (${decided}) d where ${same}`
}
