import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { classify } from '@/lib/bounce/classify'
import { fit, score, type Sample } from '@/lib/bounce/model/fit'
import { LABELS } from '@/lib/bounce/model/labels'
import type { Io } from './command'
import { judgeLine, percent, table, type LineRow } from './evaluate-lines'
import { groups, share, type Judged } from './evaluate-scores'
import { bare, sampleOf, writeCorpus } from './train-corpus'

const CORPUS = fileURLToPath(new URL('../bounce/model/corpus', import.meta.url))
const FRESH = fileURLToPath(new URL('../bounce/model/fresh.csv', import.meta.url))

interface Known {
  row: LineRow
  sample: Sample
}

/** Replies of our own writing that neither the rules nor the model were made from. */
async function freshRight(): Promise<{ right: number; count: number }> {
  const rows = parse<{ accepted: string; diagnostic: string }>(await readFile(FRESH), { columns: true })
  const right = rows.filter(({ accepted, diagnostic }) => {
    const { category, kind } = classify({ diagnostic })
    return accepted.split('|').includes(category ?? kind)
  })
  return { right: right.length, count: rows.length }
}

function sampleOfRow(row: LineRow): Sample {
  const label = row.label === 'feedback_report' ? 'complaint' : row.label
  const index = (LABELS as readonly string[]).indexOf(label)
  return sampleOf(row.diagnostic, index, row.smtp_code, row.enhanced_code)
}

/** How many a model guesses rightly, by itself: no rule, no code table. */
function guessedRight(weights: Float32Array, known: readonly Known[]): number {
  const scores = new Float64Array(LABELS.length)
  return known.filter(({ row, sample }) => {
    score(weights, sample.buckets, sample.buckets.length, scores)
    const name = LABELS[scores.indexOf(Math.max(...scores))]!
    const said = name === 'complaint' ? 'feedback_report' : name
    return row.acceptable_labels.split('|').includes(said)
  }).length
}

/**
 * Prints how recognition does on wording it was not made from: our own fresh lines, replies that no rule decides, and the
 * model alone on each source, learned without any of these rows and with those of all other sources.
 */
export async function reportUnseen(rows: readonly LineRow[], out: Io['out']): Promise<void> {
  const fresh = await freshRight()
  out(`\nfresh lines of our own   ${percent(fresh.right / fresh.count)} of ${fresh.count}`)
  const judged = rows.map(judgeLine)
  const rest = judged.filter((row: Judged) => row.layer !== 'words')
  out(`decided by no rule       ${percent(share(rest, (row) => row.right))} of ${rest.length}`)
  const known = rows
    .map((row) => ({ row, sample: sampleOfRow(row) }))
    .filter(({ sample }) => sample.label >= 0)
  const own = writeCorpus(CORPUS, new Set(rows.map(({ diagnostic }) => bare(diagnostic))))
  const without = fit(own)
  const lines: string[] = []
  let apart = 0
  let left = 0
  for (const [source, held] of groups(known, ({ row }) => row.source.split(':')[0]!)) {
    const others = known.filter((each) => !held.includes(each)).map(({ sample }) => sample)
    // A few hundred rows beside thousands of ours: each counts several times.
    const weights = fit([...own, ...others, ...others, ...others, ...others])
    const plain = guessedRight(without, held)
    const met = guessedRight(weights, held)
    apart += plain
    left += met
    const name = source.padEnd(22)
    lines.push(
      `${name} ${percent(plain / held.length)} ${percent(met / held.length)} ${String(held.length).padStart(5)}`,
    )
  }
  lines.push(
    `${'all'.padEnd(22)} ${percent(apart / known.length)} ${percent(left / known.length)} ${String(known.length).padStart(5)}`,
  )
  table(out, 'the model alone: made from our own lines, and with all sources but this one; rows', lines)
}
