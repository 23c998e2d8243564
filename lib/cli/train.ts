import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { fit, score, softmax } from '@/lib/bounce/model/fit'
import { LABELS } from '@/lib/bounce/model/labels'
import { pack } from '@/lib/bounce/model/pack'
import type { Command } from './command'
import { bare, writeCorpus, type Line } from './train-corpus'

const CORPUS = fileURLToPath(new URL('../bounce/model/corpus', import.meta.url))
const WEIGHTS = fileURLToPath(new URL('../bounce/model/weights.ts', import.meta.url))
const FRESH = fileURLToPath(new URL('../bounce/model/fresh.csv', import.meta.url))
const FOLDS = 4

/** A line and its scores by a model that never saw a line of the same pattern. */
interface HeldBack {
  line: Line
  scores: Float64Array
}

function heldBack(lines: readonly Line[]): HeldBack[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fit(lines.filter(({ phrase }) => phrase % FOLDS !== fold))
    return lines
      .filter(({ phrase }) => phrase % FOLDS === fold)
      .map((line) => {
        const scores = new Float64Array(LABELS.length)
        score(weights, line.buckets, line.buckets.length, scores)
        return { line, scores }
      })
  }).flat()
}

function shares(scores: Float64Array, temperature: number): Float64Array {
  const likely = scores.slice()
  softmax(likely, temperature)
  return likely
}

function surprise(told: readonly HeldBack[], temperature: number): number {
  let sum = 0
  for (const { line, scores } of told)
    sum -= Math.log(Math.max(shares(scores, temperature)[line.label]!, 1e-12))
  return sum / told.length
}

/** The temperature at which held-back lines surprise least: what is said to be 0.9 then holds nine times in ten. */
function calibrate(told: readonly HeldBack[]): number {
  let best = { temperature: 1, surprise: Infinity }
  for (let temperature = 0.3; temperature <= 4; temperature += 0.05) {
    const own = { temperature, surprise: surprise(told, temperature) }
    if (own.surprise < best.surprise) best = own
  }
  return Math.round(best.temperature * 100) / 100
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
    const guesses = told.map(({ line, scores }) => {
      const sure = Math.max(...shares(scores, temperature))
      return { sure, right: scores.indexOf(Math.max(...scores)) === line.label }
    })
    const right = guesses.filter((each) => each.right)
    const text = pack(fit(lines), temperature)
    await writeFile(WEIGHTS, text)
    io.out(
      `${lines.length} lines; of patterns held back ${((right.length / lines.length) * 100).toFixed(1)} % right`,
    )
    for (let from = 0.3; from < 0.95; from += 0.1) {
      const own = guesses.filter(({ sure }) => sure >= from && sure < from + 0.1)
      const held = own.filter((each) => each.right).length / own.length
      io.out(
        `  said ${from.toFixed(1)}–${(from + 0.1).toFixed(1)}: right ${(held * 100).toFixed(1)} % of ${own.length}`,
      )
    }
    io.out(`temperature ${temperature}, ${text.length} bytes`)
    return 0
  },
}
