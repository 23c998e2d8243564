import { classify } from '@/lib/bounce/classify'
import type { Io } from './command'
import {
  calibration,
  categoryScores,
  confusions,
  macroF1,
  share,
  sources,
  type Judged,
} from './evaluate-scores'

/** A labelled reply of lines.csv. */
export interface LineRow {
  id: string
  smtp_code: string
  enhanced_code: string
  diagnostic: string
  label: string
  acceptable_labels: string
  bounce_type: string
  source: string
}

/** Recognises a labelled reply, as the product does or by a classifier of other rules. */
export function judgeBy(by: { classify: typeof classify }, row: LineRow): Judged {
  const verdict = by.classify({
    diagnostic: row.diagnostic,
    smtpCode: row.smtp_code || undefined,
    enhancedCode: row.enhanced_code || undefined,
  })
  const named = verdict.category ?? (verdict.kind === 'complaint' ? 'feedback_report' : verdict.kind)
  const type = verdict.kind === 'bounce' ? (verdict.bounceType ?? 'soft') : 'none'
  return {
    id: row.id,
    text: row.diagnostic.replace(/\s+/g, ' '),
    source: row.source,
    label: row.label,
    predicted: named,
    right: row.acceptable_labels.split('|').includes(named),
    typeRight: type === row.bounce_type,
    confidence: verdict.confidence,
    layer: verdict.evidence.layer,
    decidedBy: verdict.evidence.rule,
  }
}

/** Recognises a labelled reply. */
export const judgeLine = (row: LineRow): Judged => judgeBy({ classify }, row)

/** A share for a column. */
export const percent = (value: number): string => `${(value * 100).toFixed(1).padStart(5)} %`

/** Prints lines below a title. */
export function table(out: Io['out'], title: string, lines: readonly string[]): void {
  out(`\n${title}`)
  for (const line of lines) out(`  ${line}`)
}

/** Prints every figure of judged replies. */
export function reportLines(rows: readonly Judged[], out: Io['out']): void {
  const classified = rows.filter((row) => row.predicted !== 'unclassified')
  out(`${rows.length} replies`)
  out(`right        ${percent(share(rows, (row) => row.right))}`)
  out(`macro F1     ${percent(macroF1(rows))}`)
  out(
    `coverage     ${percent(classified.length / rows.length)}, of these right ${percent(share(classified, (row) => row.right))}`,
  )
  out(`hard / soft  ${percent(share(rows, (row) => row.typeRight))}`)
  table(
    out,
    'by category: precision, recall, rows',
    categoryScores(rows).map(
      ({ name, precision, recall, count }) =>
        `${name.padEnd(22)} ${percent(precision)} ${percent(recall)} ${String(count).padStart(5)}`,
    ),
  )
  table(
    out,
    'by layer',
    [...new Set(rows.map((row) => row.layer))].map((layer) => {
      const own = rows.filter((row) => row.layer === layer)
      return `${layer.padEnd(22)} ${percent(share(own, (row) => row.right))} ${String(own.length).padStart(5)}`
    }),
  )
  table(
    out,
    'by source',
    sources(rows).map(
      ({ name, right, count }) => `${name.padEnd(22)} ${percent(right)} ${String(count).padStart(5)}`,
    ),
  )
  table(
    out,
    'calibration: said, right, rows',
    calibration(rows).map(
      ({ from, said, right, count }) =>
        `${from.toFixed(2)}–      ${percent(said)} ${percent(right)} ${String(count).padStart(5)}`,
    ),
  )
  table(
    out,
    'taken for another',
    confusions(rows).map(
      ({ label, predicted, count }) => `${String(count).padStart(3)}  ${label} → ${predicted}`,
    ),
  )
  table(
    out,
    'surest mistakes',
    rows
      .filter((row) => !row.right)
      .toSorted((a, b) => b.confidence - a.confidence)
      .slice(0, 25)
      .map(
        (row) =>
          `${row.id} ${row.label} → ${row.predicted} (${row.decidedBy}, ${row.confidence}): ${row.text.slice(0, 120)}`,
      ),
  )
}
