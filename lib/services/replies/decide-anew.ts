import type { TransactionSql } from 'postgres'
import { OwnDecisions } from '@/lib/bounce/own-rules'
import { typeUnder } from '@/lib/bounce/type-under'
import { loadRules } from '@/lib/jobs/imports/rules'
import { applyEffects } from '@/lib/services/effects'
import { markOf } from './act'
import { recogniseAnew } from './recognise-anew'
import { shiftCounts } from './shift-counts'

const AT_ONCE = 5_000

interface Row {
  occurredAt: Date
  dedupeKey: string
  diagnostic: string
  smtpCode: string
  enhancedCode: string
  vendorClass: string
  provider: string
  account: string
  templateId: string
  template: string
}

/**
 * Decides bounces again that came in under a rule that is no more, whose id is their mark; gives how many. Bounces under the
 * decision now in force for their template stay.
 */
export async function decideAnew(
  tx: TransactionSql,
  workspace: { id: string; timeZone: string },
  { mark, templateIds }: { mark: string; templateIds: string[] },
): Promise<number> {
  const rules = await loadRules(tx, workspace.id)
  const inForce = rules.templates.find(([templateId]) => templateId === mark)?.[1] ?? null
  const own = new OwnDecisions(rules)
  let all = 0
  for (;;) {
    const rows = await tx<Row[]>`
      select b.occurred_at as "occurredAt", b.dedupe_key as "dedupeKey", b.diagnostic, b.smtp_code as "smtpCode",
        b.enhanced_code as "enhancedCode", b.vendor_class as "vendorClass", b.provider, b.account,
        b.template_id as "templateId", t.text as template
      from bounces b join templates t on t.workspace_id = b.workspace_id and t.id = b.template_id
      where b.workspace_id = ${workspace.id} and b.template_id = any(${templateIds}::uuid[])
        and b.decided_by = ${markOf(mark)} and b.category is distinct from ${inForce}
      limit ${AT_ONCE}`
    if (rows.length === 0) return all
    await store(
      tx,
      workspace,
      rows.map((row) => decide(row, own)),
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

function decide(row: Row, own: OwnDecisions): Decided {
  const { occurredAt, dedupeKey } = row
  const ruled = own.decide(row)
  if (!ruled) return { occurredAt, dedupeKey, ...recogniseAnew(row) }
  const { category } = ruled
  return {
    occurredAt,
    dedupeKey,
    category,
    type: typeUnder(category, row),
    confidence: 1,
    decidedBy: markOf(ruled.by),
  }
}

async function store(
  tx: TransactionSql,
  workspace: { id: string; timeZone: string },
  rows: Decided[],
): Promise<void> {
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
  const moved = await tx<{ recipient: string }[]>`
    update bounces b set category = d.category, bounce_type = d.bounce_type, confidence = d.confidence,
      decided_by = d.decided_by
    from (${decided}) d where ${same} returning b.recipient`
  await applyEffects(
    tx,
    { workspaceId: workspace.id },
    moved.map((row) => row.recipient),
  )
}
