import { BUCKETS } from './features'
import { LABELS } from './labels'

const WIDTH = LABELS.length
/** The whole numbers that weights are rounded to, and their negatives: near zero the steps are small. */
const LEVELS = [0, 7, 19, 36, 55, 77, 101, 127]
const TOP = LEVELS.at(-1)!

/** One character a weight, or a run of zeros; all can stand in a quoted string as they are. */
const SIGNS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((sign) => !`'"\`\\`.includes(sign))
  .join('')
const VALUES = [...LEVELS.slice(1), ...LEVELS.slice(1).map((level) => -level)]
const LONGEST_RUN = SIGNS.length - VALUES.length

function levelOf(share: number): number {
  const size = Math.abs(share) * TOP
  const nearest = LEVELS.reduce((best, level) =>
    Math.abs(level - size) < Math.abs(best - size) ? level : best,
  )
  return share < 0 ? -nearest : nearest
}

/** The weights as few whole numbers, and what one of them stands for. */
export function rounded(weights: Float32Array): { levels: Int8Array; scale: number } {
  let top = 0
  for (const value of weights) top = Math.max(top, Math.abs(value))
  const levels = Int8Array.from(weights, (value) => (value === 0 ? 0 : levelOf(value / top)))
  return { levels, scale: top / TOP }
}

/** The weights as a module. */
export function pack(weights: Float32Array, temperature: number): string {
  const { levels, scale } = rounded(weights)
  let packed = ''
  for (let at = 0; at < levels.length;) {
    let run = 0
    while (levels[at + run] === 0 && run < LONGEST_RUN) run++
    packed += SIGNS[run === 0 ? VALUES.indexOf(levels[at]!) : VALUES.length + run - 1]!
    at += run || 1
  }
  return `// Written by npm run train; not by hand.\nexport const SCALE = ${scale}\nexport const TEMPERATURE = ${temperature}\nexport const PACKED =\n  '${packed}'\n`
}

/** Undoes `pack`, but for the scale: calls `put` with each weight that is not zero, its bucket and its label. */
export function unpack(packed: string, put: (bucket: number, label: number, level: number) => void): void {
  const indices = new Int8Array(128)
  for (let i = 0; i < SIGNS.length; i++) indices[SIGNS.charCodeAt(i)] = i
  let at = 0
  for (let i = 0; i < packed.length; i++) {
    const index = indices[packed.charCodeAt(i)]!
    if (index >= VALUES.length) at += index - VALUES.length + 1
    else {
      put(Math.floor(at / WIDTH), at % WIDTH, VALUES[index]!)
      at++
    }
  }
  if (at !== BUCKETS * WIDTH) throw new Error('The weights do not belong to these labels: run npm run train')
}
