import type { Phrase } from './pattern'
import { CLASS, foldOf, isInvisible, LETTER, narrow } from './symbols'
import { hashStep } from './vocabulary'

/** Numbers the words that patterns use; a word that goes on from an open one (`reject*`) has the number of that beginning. */
export interface Lexicon {
  words: Table
  /** The same for the beginnings. */
  opens: Table
  size: number
}

/** Pairs of hash and number, open-addressed; a number 0 ends a search. */
interface Table {
  mask: number
  pairs: Int32Array
}

function tableOf(entries: ReadonlyMap<number, number>): Table {
  let size = 64
  while (size < entries.size * 2) size *= 2
  const table = { mask: size * 2 - 2, pairs: new Int32Array(size * 2) }
  for (const [hash, number] of entries) {
    let cell = (hash << 1) & table.mask
    while (table.pairs[cell + 1] !== 0) cell = (cell + 2) & table.mask
    table.pairs[cell] = hash
    table.pairs[cell + 1] = number
  }
  return table
}

function find({ mask, pairs }: Table, hash: number): number {
  let cell = (hash << 1) & mask
  for (;;) {
    const number = pairs[cell + 1]!
    if (number === 0 || pairs[cell] === hash) return number
    cell = (cell + 2) & mask
  }
}

/** Hashes of all beginnings of a word, shortest first, as `readWords` would hash them. */
function* beginnings(text: string, from: number, to: number): Generator<number> {
  let hash = 0
  for (let at = from; at < to; at++) {
    const code = narrow(text.charCodeAt(at))
    if (code < 128) {
      const symbol = CLASS[code]!
      if (symbol < LETTER) continue
      hash = hashStep(hash, symbol)
    } else if (isInvisible(code)) continue
    else for (const symbol of foldOf(code) ?? []) hash = hashStep(hash, symbol)
    yield hash
  }
}

/** The number of a word by its hash, else of the longest open beginning it has; 0 for a word that no pattern uses. */
export function numberOf(lexicon: Lexicon, hash: number, text: string, from: number, to: number): number {
  const exact = find(lexicon.words, hash)
  return exact !== 0 ? exact : openNumber(lexicon, text, from, to)
}

const MIN_OPEN = 2

function openNumber(lexicon: Lexicon, text: string, from: number, to: number): number {
  let best = 0
  let hash = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code >= 128) return slowOpenNumber(lexicon, text, from, to)
    const symbol = CLASS[code]!
    if (symbol < LETTER) continue
    hash = (Math.imul(hash, 0x9e3779b1) + symbol) | 0
    if (at - from < MIN_OPEN) continue
    const found = find(lexicon.opens, hash)
    if (found !== 0) best = found
  }
  return best
}

function slowOpenNumber(lexicon: Lexicon, text: string, from: number, to: number): number {
  let best = 0
  for (const hash of beginnings(text, from, to)) best = find(lexicon.opens, hash) || best
  return best
}

/** Collects the words of patterns; `variants` then gives every row of numbers by which a phrase can be met. */
export class LexiconBuilder {
  private readonly exact = new Map<number, { number: number; word: string }>()
  private readonly open = new Map<number, number>()
  private size = 0

  learn(phrase: Phrase): void {
    phrase.hashes.forEach((hash, index) => {
      if (phrase.open && index === phrase.hashes.length - 1) {
        if (!this.open.has(hash)) this.open.set(hash, ++this.size)
      } else if (!this.exact.has(hash))
        this.exact.set(hash, { number: ++this.size, word: phrase.words[index]! })
    })
  }

  /** Numbers of the known words, and of the longer beginnings, that go on from each open beginning. */
  build(opens: ReadonlyMap<number, string>): { lexicon: Lexicon; goingOn: Map<number, number[]> } {
    const goingOn = new Map<number, number[]>([...this.open].map(([hash, number]) => [hash, [number]]))
    const known = [
      ...this.exact.values(),
      ...[...opens].map(([hash, word]) => ({ number: this.open.get(hash)!, word })),
    ]
    for (const { number, word } of known) {
      for (const hash of beginnings(word, 0, word.length)) {
        const list = goingOn.get(hash)
        if (list !== undefined && !list.includes(number)) list.push(number)
      }
    }
    const exact = tableOf(new Map([...this.exact].map(([hash, { number }]) => [hash, number])))
    const lexicon = { words: exact, opens: tableOf(this.open), size: this.size }
    return { lexicon, goingOn }
  }

  numberOf(hash: number): number {
    return this.exact.get(hash)!.number
  }
}
