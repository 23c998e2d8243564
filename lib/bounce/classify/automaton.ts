/** Finds many phrases in one pass over numbered words: a trie with links to the longest ending that is a beginning (Aho–Corasick). */
export interface Automaton {
  /** The state after one word from the start, by word. */
  first: Int32Array
  /** Transitions of deeper states, open-addressed: state, word, target. */
  mask: number
  steps: Int32Array
  fail: Int32Array
  /** The phrases that end at each state, longest first. */
  outputs: readonly (readonly number[])[]
}

export const STEP_WIDTH = 4

/** Where a transition is looked for first. */
export function cellOf(state: number, word: number, mask: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)
  return ((mixed ^ (mixed >>> 15)) << 2) & mask
}

class Trie {
  readonly next: Map<number, number>[] = [new Map()]
  readonly own: number[][] = [[]]

  add(words: readonly number[], phrase: number): void {
    let state = 0
    for (const word of words) {
      let target = this.next[state]!.get(word)
      if (target === undefined) {
        target = this.next.push(new Map()) - 1
        this.own.push([])
        this.next[state]!.set(word, target)
      }
      state = target
    }
    this.own[state]!.push(phrase)
  }

  /** Gives each state its failure link and the outputs of the endings it contains. */
  link(): Int32Array {
    const fail = new Int32Array(this.next.length)
    const queue = [...this.next[0]!.values()]
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head]!
      this.own[state]!.push(...this.own[fail[state]!]!)
      for (const [word, target] of this.next[state]!) {
        let link = fail[state]!
        while (link !== 0 && !this.next[link]!.has(word)) link = fail[link]!
        fail[target] = this.next[link]!.get(word) ?? 0
        queue.push(target)
      }
    }
    return fail
  }
}

/** Builds the automaton of phrases, each given as numbers of words from 1 to `wordCount`. */
export function buildAutomaton(
  phrases: readonly (readonly (readonly number[])[])[],
  wordCount: number,
): Automaton {
  const trie = new Trie()
  phrases.forEach((variants, phrase) => variants.forEach((variant) => trie.add(variant, phrase)))
  const fail = trie.link()
  const first = new Int32Array(wordCount + 1)
  for (const [word, target] of trie.next[0]!) first[word] = target
  let size = 1024
  while (size < trie.next.length * 2) size *= 2
  const steps = new Int32Array(size * STEP_WIDTH)
  const mask = steps.length - 1
  trie.next.forEach((targets, state) => {
    if (state > 0) for (const [word, target] of targets) insert(steps, mask, state, word, target)
  })
  return { first, mask, steps, fail, outputs: trie.own }
}

function insert(steps: Int32Array, mask: number, state: number, word: number, target: number): void {
  let cell = cellOf(state, word, mask)
  while (steps[cell] !== 0) cell = (cell + STEP_WIDTH) & mask
  steps.set([state, word, target], cell)
}
