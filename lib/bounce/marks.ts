const ALPHABET = 128

/** A table that finds the first of many marks in one pass, whatever the case of its letters; of two at one place the longer. */
export interface MarkTable {
  /** The state after each state and character. */
  next: Uint16Array
  /** How many characters a state has of the beginning of a mark. */
  depth: Uint8Array
  /** The longest mark that ends at each state, from 1; 0 where none does. */
  mark: Uint8Array
  lengths: Uint8Array
}

const small = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)

/** Builds the table of up to 255 marks in small ASCII letters. */
export function markTable(marks: readonly string[]): MarkTable {
  const steps: Map<number, number>[] = [new Map()]
  const depth = [0]
  const mark = [0]
  marks.forEach((text, index) => {
    let state = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      let target = steps[state]!.get(code)
      if (target === undefined) {
        target = steps.push(new Map()) - 1
        depth.push(i + 1)
        mark.push(0)
        steps[state]!.set(code, target)
      }
      state = target
    }
    mark[state] = index + 1
  })
  const next = new Uint16Array(steps.length * ALPHABET)
  link(steps, mark, next)
  const lengths = Uint8Array.from(['', ...marks], (text) => text.length)
  return { next, depth: Uint8Array.from(depth), mark: Uint8Array.from(mark), lengths }
}

/** Fills in where each state goes when the mark it was in does not go on, states nearer the start first. */
function link(steps: readonly Map<number, number>[], mark: number[], next: Uint16Array): void {
  const fail = new Uint16Array(steps.length)
  const queue = [0]
  for (const state of queue) {
    const back = fail[state]!
    if (mark[state] === 0) mark[state] = mark[back]!
    for (let code = 0; code < ALPHABET; code++) {
      const own = steps[state]!.get(small(code))
      const other = state === 0 ? 0 : next[back * ALPHABET + code]!
      next[state * ALPHABET + code] = own ?? other
      if (own === undefined || code !== small(code)) continue
      fail[own] = other
      queue.push(own)
    }
  }
}

/** The number of the first mark in some character codes, from 1; 0 where there is none. */
export function findMark(table: MarkTable, codes: Uint16Array, length: number): number {
  const { next, depth, mark, lengths } = table
  let state = 0
  let best = 0
  let bestAt = length
  for (let i = 0; i < length; i++) {
    const code = codes[i]!
    state = code < ALPHABET ? next[state * ALPHABET + code]! : 0
    if (best !== 0 && i + 1 - depth[state]! > bestAt) return best
    const found = mark[state]!
    if (found === 0) continue
    const at = i + 1 - lengths[found]!
    if (at > bestAt) continue
    best = found
    bestAt = at
  }
  return best
}
