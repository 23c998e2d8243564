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
const LIFTED = (LIFT << HALF) | LIFT

/** The rows of weights, and which of them each bucket has: the many without any share the first. */
interface Table {
  rowOf: Int32Array
  lanes: Int32Array
}

let table: Table | undefined
const sums = new Int32Array(LANES)

function readTable(): Table {
  const rowOf = new Int32Array(BUCKETS)
  let rows = 1
  unpack(PACKED, (bucket) => {
    if (rowOf[bucket] === 0) rowOf[bucket] = LANES * rows++
  })
  const lanes = new Int32Array(rows * LANES).fill(LIFTED)
  unpack(PACKED, (bucket, label, level) => {
    lanes[rowOf[bucket]! + (label >> 1)]! += level << ((label & 1) * HALF)
  })
  return { rowOf, lanes }
}

/** The weight of a label in a bucket. */
export function weightOf(bucket: number, label: number): number {
  const { rowOf, lanes } = (table ??= readTable())
  return ((lanes[rowOf[bucket]! + (label >> 1)]! >>> ((label & 1) * HALF)) & LOW) - LIFT
}

/** Adds up the weights of the first `count` buckets (below 257) into `scores`, evened out by the length, as `score` does for whole numbers. */
export function scoreBuckets(buckets: Int32Array, count: number, scores: Float64Array): void {
  const { rowOf, lanes } = (table ??= readTable())
  sums.fill(0)
  for (let i = 0; i < count; i++) {
    const row = rowOf[buckets[i]!]!
    for (let lane = 0; lane < LANES; lane++) sums[lane] = (sums[lane]! + lanes[row + lane]!) | 0
  }
  const scale = SCALE / Math.sqrt(count || 1)
  for (let k = 0; k < WIDTH; k++)
    scores[k] = (((sums[k >> 1]! >>> ((k & 1) * HALF)) & LOW) - LIFT * count) * scale
}
