import type { Codes } from '../classify/reply-codes'
import { words } from '../classify/word-list'
import { features, readFeatures } from './features'
import { softmax } from './fit'
import { LABELS, type Label } from './labels'
import { scoreBuckets, weightOf } from './table'
import { TEMPERATURE } from './weights'

const WIDTH = LABELS.length
const MAX_SPAN = 4
/** Less than this says nothing: `no`, `Rejected`. */
const MIN_FEATURES = 4

const scores = new Float64Array(WIDTH)

/** What the wording is like, and how surely. */
export interface Guess {
  label: Label
  sure: number
}

/** Fills `scores` for each label; false where there are no words to judge. */
function judge(text: string, codes: Codes): boolean {
  readFeatures(text, codes)
  if (features.worded < MIN_FEATURES) return false
  scoreBuckets(features.buckets, features.count, scores)
  return true
}

/**
 * Judges the text that `readWords` read last by the trained model; undefined where there are no words to judge, or where it comes to
 * the label that is expected.
 */
export function predict(text: string, codes: Codes, expected: string | null): Guess | undefined {
  if (!judge(text, codes)) return undefined
  let best = 0
  for (let k = 1; k < WIDTH; k++) if (scores[k]! > scores[best]!) best = k
  const label = LABELS[best]!
  if (label === expected) return undefined
  softmax(scores, TEMPERATURE)
  return { label, sure: scores[best]! }
}

/** How likely the model finds each label for the text that `readWords` read last, the likeliest first; empty without words. */
export function rank(text: string, codes: Codes): { label: Label; sure: number }[] {
  if (!judge(text, codes)) return []
  softmax(scores, TEMPERATURE)
  return LABELS.map((label, k) => ({ label, sure: scores[k]! })).toSorted((a, b) => b.sure - a.sure)
}

/** The first and last of the neighbouring words that speak most for a label, of the text judged last. */
export function clearest(label: Label): { first: number; last: number } {
  const index = LABELS.indexOf(label)
  const votes = new Float64Array(words.count)
  for (let i = 0; i < features.count; i++) {
    const word = features.wordOf[i]!
    if (word >= 0) votes[word]! += weightOf(features.buckets[i]!, index)
  }
  let top = 0
  for (let i = 1; i < votes.length; i++) if (votes[i]! > votes[top]!) top = i
  let first = top
  let last = top
  while (first > 0 && last - first < MAX_SPAN && votes[first - 1]! > votes[top]! / 3) first--
  while (last + 1 < votes.length && last - first < MAX_SPAN && votes[last + 1]! > votes[top]! / 3) last++
  return { first, last }
}
