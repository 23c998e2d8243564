import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { classify } from '@/lib/bounce/classify'
import { Classifier } from '@/lib/bounce/classify/classifier'
import { compile } from '@/lib/bounce/classify/compile'
import { fit, score, type Sample } from '@/lib/bounce/model/fit'
import { LABELS } from '@/lib/bounce/model/labels'
import type { Io } from './command'
import { judgeBy, judgeLine, percent, table, type LineRow } from './evaluate-lines'
import { phrasesOfOthers } from './evaluate-phrases'
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

/** Whether a model guesses rightly, by itself: no rule, no code table. */
function guessesRightly(weights: Float32Array, { row, sample }: Known): boolean {
  const scores = new Float64Array(LABELS.length)
  score(weights, sample.buckets, sample.buckets.length, scores)
  const name = LABELS[scores.indexOf(Math.max(...scores))]!
  return row.acceptable_labels.split('|').includes(name === 'complaint' ? 'feedback_report' : name)
}

/** The rules that remain, and where none speaks the model: right or not. */
function readsRightly(rules: Classifier, weights: Float32Array, known: Known): boolean {
  const { layer, right } = judgeBy(rules, known.row)
  return layer === 'words' ? right : guessesRightly(weights, known)
}

const sourceOf = (row: LineRow): string => row.source.split(':')[0]!

/** Of each source's replies, those read rightly by what was made without them. */
function heldOut(rows: readonly LineRow[]): { name: string; held: Known[]; rights: Known[][] }[] {
  const known = rows
    .map((row) => ({ row, sample: sampleOfRow(row) }))
    .filter(({ sample }) => sample.label >= 0)
  const kept = new Set(rows.map(({ diagnostic }) => bare(diagnostic)))
  const own = writeCorpus(CORPUS, kept)
  const plain = fit(own)
  const others = phrasesOfOthers(rows, sourceOf)
  return [...groups(known, ({ row }) => sourceOf(row))].map(([name, held]) => {
    const met = known.filter((each) => !held.includes(each)).map(({ sample }) => sample)
    // A few hundred rows beside thousands of ours: each counts several times.
    const rest = [...met, ...met, ...met, ...met]
    const weights = fit([...own, ...rest])
    const ruleBase = others.get(name)!
    const rules = new Classifier(compile(ruleBase), { remembers: false })
    const without = fit(writeCorpus(CORPUS, kept, ruleBase))
    return {
      name,
      held,
      rights: [
        held.filter((each) => guessesRightly(plain, each)),
        held.filter((each) => guessesRightly(weights, each)),
        held.filter((each) => readsRightly(rules, without, each)),
      ],
    }
  })
}

/**
 * Prints how recognition does on wording it was not made from: our own fresh lines, replies that no rule decides, and each source by
 * the model alone, learned without any of these rows and with those of all other sources, and by rules and model without the
 * phrases that decide in this source only.
 */
export async function reportUnseen(rows: readonly LineRow[], out: Io['out']): Promise<void> {
  const fresh = await freshRight()
  out(`\nfresh lines of our own   ${percent(fresh.right / fresh.count)} of ${fresh.count}`)
  const judged = rows.map(judgeLine)
  const rest = judged.filter((row: Judged) => row.layer !== 'words')
  out(`decided by no rule       ${percent(share(rest, (row) => row.right))} of ${rest.length}`)
  const told = heldOut(rows)
  const all = {
    name: 'all',
    held: told.flatMap(({ held }) => held),
    rights: [0, 1, 2].map((n) => told.flatMap(({ rights }) => rights[n]!)),
  }
  table(
    out,
    'the model alone, made from our own lines; with all sources but this one; rules and model without the phrases only this one uses; rows',
    [...told, all].map(
      ({ name, held, rights }) =>
        `${name.padEnd(22)} ${rights.map((own) => percent(own.length / held.length)).join(' ')} ${String(held.length).padStart(5)}`,
    ),
  )
}
