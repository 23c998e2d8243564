import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { fit, score, softmax, type Sample } from '@/lib/bounce/model/fit'
import { LABELS } from '@/lib/bounce/model/labels'
import { pack } from '@/lib/bounce/model/pack'
import type { Command } from './command'
import { bare, writeCorpus, type Line } from './train-corpus'

const CORPUS = fileURLToPath(new URL('../bounce/model/corpus', import.meta.url))
const WEIGHTS = fileURLToPath(new URL('../bounce/model/weights.ts', import.meta.url))
const FRESH = fileURLToPath(new URL('../bounce/model/fresh.csv', import.meta.url))
const FOLDS = 4

/** The likeliest label of a sample, and how likely the model finds it. */
function guess(weights: Float32Array, sample: Sample, temperature: number): { label: number; sure: number } {
  const scores = new Float64Array(LABELS.length)
  score(weights, sample.buckets, sample.buckets.length, scores)
  softmax(scores, temperature)
  const label = scores.indexOf(Math.max(...scores))
  return { label, sure: scores[label]! }
}

/** Every line guessed by a model that never saw a line of the same pattern. */
function heldBack(lines: readonly Line[]): { line: Line; weights: Float32Array }[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fit(lines.filter(({ phrase }) => phrase % FOLDS !== fold))
    return lines.filter(({ phrase }) => phrase % FOLDS === fold).map((line) => ({ line, weights }))
  }).flat()
}

function surprise(told: ReturnType<typeof heldBack>, temperature: number): number {
  const scores = new Float64Array(LABELS.length)
  let sum = 0
  for (const { line, weights } of told) {
    score(weights, line.buckets, line.buckets.length, scores)
    softmax(scores, temperature)
    sum -= Math.log(Math.max(scores[line.label]!, 1e-12))
  }
  return sum / told.length
}

/** The temperature at which held-back lines surprise least: what is said to be 0.9 then holds nine times in ten. */
function calibrate(told: ReturnType<typeof heldBack>): number {
  let best = 1
  for (let t = 0.3; t <= 4; t += 0.05) if (surprise(told, t) < surprise(told, best)) best = t
  return Math.round(best * 100) / 100
}

/** `train`: learns the model's weights from our own writing and checks them in. */
export const trainCommand: Command = {
  name: 'train',
  summary: 'Train the model for wording that no rule knows, from lib/bounce/model/corpus',
  usage: '',
  args: { min: 0, max: 0 },
  options: {},
  optionHelp: {},
  run: async ({ io }) => {
    const fresh = parse<{ diagnostic: string }>(await readFile(FRESH), { columns: true })
    const lines = writeCorpus(CORPUS, new Set(fresh.map(({ diagnostic }) => bare(diagnostic))))
    const told = heldBack(lines)
    const temperature = calibrate(told)
    const guesses = told.map(({ line, weights }) => ({ line, ...guess(weights, line, temperature) }))
    const right = guesses.filter(({ line, label }) => line.label === label)
    const text = pack(fit(lines), temperature)
    await writeFile(WEIGHTS, text)
    io.out(
      `${lines.length} lines; of patterns held back ${((right.length / lines.length) * 100).toFixed(1)} % right`,
    )
    for (let from = 0.3; from < 0.95; from += 0.1) {
      const own = guesses.filter(({ sure }) => sure >= from && sure < from + 0.1)
      const held = own.filter(({ line, label }) => line.label === label).length / own.length
      io.out(
        `  said ${from.toFixed(1)}–${(from + 0.1).toFixed(1)}: right ${(held * 100).toFixed(1)} % of ${own.length}`,
      )
    }
    io.out(`temperature ${temperature}, ${text.length} bytes`)
    return 0
  },
}
