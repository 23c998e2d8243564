import { BUCKETS } from './features'
import { LABELS } from './labels'
import { unpack } from './pack'
import { PACKED, SCALE } from './weights'

const WIDTH = LABELS.length
/** Two weights a number, each lifted above zero, so that one addition adds both. */
const LANES = Math.ceil(WIDTH / 2)
const LIFT = 128
const HALF = 16
const LOW = 0xffff

let lanes: Int32Array | undefined
const sums = new Int32Array(LANES)

function laneTable(): Int32Array {
  const weights = unpack(PACKED)
  const table = new Int32Array(BUCKETS * LANES)
  for (let bucket = 0; bucket < BUCKETS; bucket++)
    for (let k = 0; k < WIDTH; k++)
      table[bucket * LANES + (k >> 1)]! |= (weights[bucket * WIDTH + k]! + LIFT) << ((k & 1) * HALF)
  return table
}

/** The weight of a label in a bucket. */
export function weightOf(bucket: number, label: number): number {
  lanes ??= laneTable()
  return ((lanes[bucket * LANES + (label >> 1)]! >>> ((label & 1) * HALF)) & LOW) - LIFT
}

/** Adds up the weights of the first `count` buckets (below 257) into `scores`, evened out by the length, as `score` does for whole numbers. */
export function scoreBuckets(buckets: Int32Array, count: number, scores: Float64Array): void {
  const table = (lanes ??= laneTable())
  sums.fill(0)
  for (let i = 0; i < count; i++) {
    const row = buckets[i]! * LANES
    for (let lane = 0; lane < LANES; lane++) sums[lane] = (sums[lane]! + table[row + lane]!) | 0
  }
  const scale = SCALE / Math.sqrt(count || 1)
  for (let k = 0; k < WIDTH; k++)
    scores[k] = (((sums[k >> 1]! >>> ((k & 1) * HALF)) & LOW) - LIFT * count) * scale
}
