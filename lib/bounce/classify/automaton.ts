/** Finds many phrases in one pass over numbered words: a trie with links to the longest ending that is a beginning (Aho–Corasick). */
export interface Automaton {
  /** The state after one word from the start, by word. */
  first: Int32Array
  /** Open-addressed transitions of deeper states. */
  mask: number
  fromState: Int32Array
  byWord: Int32Array
  toState: Int32Array
  fail: Int32Array
  /** For each state, where its list in `outputs` starts; it ends at the next state's start. */
  starts: Uint32Array
  /** Numbers of the phrases that end at a state, longest first. */
  outputs: Uint32Array
}

/** Where a transition is looked for first. */
export function cellOf(state: number, word: number, mask: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & mask
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
  while (size < trie.next.length * 3) size *= 2
  const table = {
    mask: size - 1,
    fromState: new Int32Array(size),
    byWord: new Int32Array(size),
    toState: new Int32Array(size),
  }
  trie.next.forEach((targets, state) => {
    if (state > 0) for (const [word, target] of targets) insert(table, state, word, target)
  })
  const starts = new Uint32Array(trie.own.length + 1)
  trie.own.forEach((list, state) => (starts[state + 1] = starts[state]! + list.length))
  return { first, ...table, fail, starts, outputs: Uint32Array.from(trie.own.flat()) }
}

function insert(
  table: Pick<Automaton, 'mask' | 'fromState' | 'byWord' | 'toState'>,
  state: number,
  word: number,
  target: number,
): void {
  let cell = cellOf(state, word, table.mask)
  while (table.fromState[cell] !== 0) cell = (cell + 1) & table.mask
  table.fromState[cell] = state
  table.byWord[cell] = word
  table.toState[cell] = target
}
