import type { Codes } from '../classify/reply-codes'
import { words } from '../classify/word-list'
import { features, readFeatures } from './features'
import { score, softmax } from './fit'
import { LABELS, type Label } from './labels'
import { unpack } from './pack'
import { PACKED, SCALE, TEMPERATURE } from './weights'

const WIDTH = LABELS.length
const MAX_SPAN = 4
/** Less than this says nothing: `no`, `Rejected`. */
const MIN_FEATURES = 4

let weights: Float32Array | undefined
const scores = new Float64Array(WIDTH)

/** What the wording is like, how surely, and the first and last word where it says so most clearly. */
export interface Guess {
  label: Label
  sure: number
  first: number
  last: number
}

/** Fills `scores` with the share of belief in each label; gives the weights, or undefined where there are no words to judge. */
function judge(text: string, codes: Codes): Float32Array | undefined {
  readFeatures(text, codes)
  if (worded() < MIN_FEATURES) return undefined
  weights ??= unpack(PACKED, SCALE)
  score(weights, features.buckets, features.count, scores)
  softmax(scores, TEMPERATURE)
  return weights
}

/** Judges the text that `readWords` read last by the trained model; undefined where there are no words to judge. */
export function predict(text: string, codes: Codes): Guess | undefined {
  const table = judge(text, codes)
  if (table === undefined) return undefined
  let best = 0
  for (let k = 1; k < WIDTH; k++) if (scores[k]! > scores[best]!) best = k
  return { label: LABELS[best]!, sure: scores[best]!, ...clearest(table, best) }
}

/** How likely the model finds each label for the text that `readWords` read last, the likeliest first; empty without words. */
export function rank(text: string, codes: Codes): { label: Label; sure: number }[] {
  if (judge(text, codes) === undefined) return []
  return LABELS.map((label, k) => ({ label, sure: scores[k]! })).toSorted((a, b) => b.sure - a.sure)
}

function worded(): number {
  let count = 0
  for (let i = 0; i < features.count; i++) if (features.wordOf[i]! >= 0) count++
  return count
}

/** The neighbouring words that speak most for a label. */
function clearest(table: Float32Array, label: number): { first: number; last: number } {
  const votes = new Float64Array(words.count)
  for (let i = 0; i < features.count; i++) {
    const word = features.wordOf[i]!
    if (word >= 0) votes[word]! += table[features.buckets[i]! * WIDTH + label]!
  }
  let top = 0
  for (let i = 1; i < votes.length; i++) if (votes[i]! > votes[top]!) top = i
  let first = top
  let last = top
  while (first > 0 && last - first < MAX_SPAN && votes[first - 1]! > votes[top]! / 3) first--
  while (last + 1 < votes.length && last - first < MAX_SPAN && votes[last + 1]! > votes[top]! / 3) last++
  return { first, last }
}
