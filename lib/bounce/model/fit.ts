import { BUCKETS } from './features'
import { LABELS } from './labels'

export interface Sample {
  buckets: Int32Array
  label: number
}

const EPOCHS = 8
const RATE = 0.7
const DECAY = 1e-4
/** What was met only once says more of its line than of a cause. */
const MIN_MET = 2
const WIDTH = LABELS.length

/** A stream of numbers from 0 to 1 that is always the same for a seed. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Adds up the weights of buckets into `scores`, one a label, evened out by the length. */
export function score(weights: Float32Array, buckets: Int32Array, count: number, scores: Float64Array): void {
  scores.fill(0)
  for (let i = 0; i < count; i++) {
    const row = buckets[i]! * WIDTH
    for (let k = 0; k < WIDTH; k++) scores[k]! += weights[row + k]!
  }
  const scale = 1 / Math.sqrt(count || 1)
  for (let k = 0; k < WIDTH; k++) scores[k]! *= scale
}

/** Turns scores into shares of one. A higher temperature is less sure. */
export function softmax(scores: Float64Array, temperature: number): void {
  let top = -Infinity
  for (const value of scores) top = Math.max(top, value)
  let sum = 0
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp((scores[k]! - top) / temperature)
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum
}

function metOften(samples: readonly Sample[]): Sample[] {
  const times = new Int32Array(BUCKETS)
  for (const { buckets } of samples) for (const bucket of buckets) times[bucket]!++
  return samples.map(({ buckets, label }) => ({
    buckets: buckets.filter((bucket) => times[bucket]! >= MIN_MET),
    label,
  }))
}

/** Multinomial logistic regression by stochastic descent, each weight with a rate of its own (AdaGrad). */
export function fit(samples: readonly Sample[], seed = 7): Float32Array {
  const weights = new Float32Array(BUCKETS * WIDTH)
  const squares = new Float32Array(BUCKETS * WIDTH).fill(1e-2)
  const scores = new Float64Array(WIDTH)
  const often = metOften(samples)
  const order = often.map((_, index) => index)
  const next = random(seed)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      const held = order[i]!
      order[i] = order[j]!
      order[j] = held
    }
    for (const index of order) {
      const { buckets, label } = often[index]!
      score(weights, buckets, buckets.length, scores)
      softmax(scores, 1)
      scores[label]! -= 1
      const scale = 1 / Math.sqrt(buckets.length || 1)
      for (const bucket of buckets) step(weights, squares, bucket * WIDTH, scores, scale)
    }
  }
  return weights
}

function step(
  weights: Float32Array,
  squares: Float32Array,
  row: number,
  errors: Float64Array,
  scale: number,
): void {
  for (let k = 0; k < WIDTH; k++) {
    const slope = errors[k]! * scale + DECAY * weights[row + k]!
    squares[row + k]! += slope * slope
    weights[row + k]! -= (RATE * slope) / Math.sqrt(squares[row + k]!)
  }
}
