/** Finds many literals in one pass: a table of 64 columns a state, whose entries carry a mark where something ends. */
export interface Automaton {
  next: Int32Array
  /** For each state, where its list in `outputs` starts; the list ends at the next state's start. */
  starts: Uint32Array
  /** Numbers of the literals that end at a state, longest first. */
  outputs: Uint32Array
  lengths: Uint32Array
}

/** Set in an entry of `next` whose state has outputs. Entries are state × 64. */
export const MARK = 1

/** Builds the Aho–Corasick automaton of literals over symbols below 64. */
export function buildAutomaton(literals: readonly Uint8Array[]): Automaton {
  const total = literals.reduce((sum, literal) => sum + literal.length, 1)
  const next = new Uint32Array(total * 64)
  const own: number[][] = [[]]
  literals.forEach((literal, id) => {
    let state = 0
    for (const symbol of literal) {
      const cell = state * 64 + symbol
      if (next[cell] === 0) next[cell] = own.push([]) - 1
      state = next[cell]!
    }
    own[state]!.push(id)
  })
  linkFailures(next, own)
  return pack(next, own, literals)
}

function linkFailures(next: Uint32Array, own: number[][]): void {
  const fail = new Uint32Array(own.length)
  const queue = Array.from(next.subarray(0, 64)).filter((state) => state > 0)
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head]!
    own[state]!.push(...own[fail[state]!]!)
    for (let symbol = 0; symbol < 64; symbol++) {
      const cell = state * 64 + symbol
      const fallback = next[fail[state]! * 64 + symbol]!
      if (next[cell] === 0) next[cell] = fallback
      else {
        fail[next[cell]!] = fallback
        queue.push(next[cell]!)
      }
    }
  }
}

function pack(next: Uint32Array, own: number[][], literals: readonly Uint8Array[]): Automaton {
  const packed = new Int32Array(own.length * 64)
  for (let cell = 0; cell < packed.length; cell++) {
    const target = next[cell]!
    packed[cell] = target * 64 + (own[target]!.length > 0 ? MARK : 0)
  }
  const starts = new Uint32Array(own.length + 1)
  own.forEach((list, state) => (starts[state + 1] = starts[state]! + list.length))
  return {
    next: packed,
    starts,
    outputs: Uint32Array.from(own.flat()),
    lengths: Uint32Array.from(literals, (literal) => literal.length),
  }
}
