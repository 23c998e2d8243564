import type { Codes } from '../classify/reply-codes'
import { CLASS, foldOf, isWide, LETTER, narrow } from '../classify/symbols'
import { BREAK_HASH, words } from '../classify/word-list'
import { hashStep } from '../classify/vocabulary'

/** So many that hardly two features share one: most are empty, and cost nothing. */
export const BUCKETS = 1 << 18

const MAX_WORDS = 60
const STEM = 5
const PER_WORD = 4
const WORD = 0x2c1b3c6d
const PAIR = 0x297a2d39
const SKIP_PAIR = 0x1b56c4e9
const BEGINNING = 0x165667b1
const CODE = 0x7feb352d

/** The buckets of the text read last, and which word each belongs to (-1 for a code); the first `count` hold. */
export const features = {
  buckets: new Int32Array(MAX_WORDS * PER_WORD + 8),
  wordOf: new Int32Array(MAX_WORDS * PER_WORD + 8),
  count: 0,
  /** How many of them are of words. */
  worded: 0,
}

function put(kind: number, hash: number, word: number): void {
  let mixed = Math.imul(hash ^ kind, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  features.buckets[features.count] = (mixed ^ (mixed >>> 16)) & (BUCKETS - 1)
  features.wordOf[features.count++] = word
}

/** The hash of a word's first letters, as they are hashed: forms of one word begin alike in most languages. */
function beginning(text: string, from: number, to: number): number {
  let hash = 0
  let letters = 0
  for (let at = from; at < to && letters < STEM; at++) {
    const code = narrow(text.charCodeAt(at))
    if (code >= 128) {
      for (const symbol of foldOf(code) ?? []) if (letters++ < STEM) hash = hashStep(hash, symbol)
    } else if (CLASS[code]! >= LETTER) {
      hash = hashStep(hash, CLASS[code]!)
      letters++
    }
  }
  return hash
}

function codeHash(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at++) hash = hashStep(hash, text.charCodeAt(at))
  return hash
}

/** Turns the words that `readWords` read last from `text`, and the codes beside them, into buckets. */
export function readFeatures(text: string, codes: Codes): void {
  features.count = 0
  const { hashes, starts, ends, coded } = words
  let previous = 0
  let before = 0
  let read = 0
  for (let i = 0; i < words.count && read < MAX_WORDS; i++) {
    const hash = hashes[i]!
    if (hash === BREAK_HASH) {
      previous = before = 0
      continue
    }
    // Ids and sizes are new each time; names of errors are for the rules.
    if (coded[i] !== 0) continue
    read++
    put(WORD, hash, i)
    if (!isWide(text.charCodeAt(starts[i]!))) put(BEGINNING, beginning(text, starts[i]!, ends[i]!), i)
    if (previous !== 0) put(PAIR, Math.imul(previous, 31) ^ hash, i)
    if (before !== 0) put(SKIP_PAIR, Math.imul(before, 31) ^ hash, i)
    before = previous
    previous = hash
  }
  features.worded = features.count
  if (codes.reply !== '') {
    put(CODE, codeHash(codes.reply[0]!), -1)
    put(CODE, codeHash(codes.reply), -1)
  }
  if (codes.enhanced !== '') put(CODE, codeHash(codes.enhanced.slice(1)), -1)
}
