import { numberOf, type Lexicon } from './lexicon'
import { BREAK_HASH, words } from './word-list'

/** Stands for the beginning of a server's own reply among the numbers. */
export const BREAK_NUMBER = -1

const MOST = 65_538
const CELL = 3
const CELLS = 1 << 13

/** Numbers the words read last as a lexicon does. A word met before is known by its two hashes. */
export class WordNumbers {
  readonly numbers = new Int32Array(MOST)
  /** Hash, check and number + 1 of words met before; a new one takes the place of an old one. */
  private readonly cells = new Int32Array(CELLS * CELL)

  constructor(private readonly lexicon: Lexicon) {}

  /** Fills `numbers` for the words read last from `text`. Gives a hash of them all. */
  read(text: string): number {
    const { numbers } = this
    const { count } = words
    let key = count
    for (let i = 0; i < count; i++) {
      const number = this.of(i, text)
      numbers[i] = number
      key = (Math.imul(key, 0x9e3779b1) + number) | 0
    }
    return key
  }

  /** The number of one of the words read last from `text`; 0 for one that no rule uses. */
  of(index: number, text: string): number {
    const { cells } = this
    const hash = words.hashes[index]!
    const check = words.checks[index]!
    const cell = (Math.imul(hash ^ (check >>> 16), 0x9e3779b1) >>> 19) * CELL
    if (cells[cell] === hash && cells[cell + 1] === check && cells[cell + 2] !== 0)
      return cells[cell + 2]! - 1
    if (hash === BREAK_HASH && check === 0) return BREAK_NUMBER
    const number = numberOf(this.lexicon, hash, text, words.starts[index]!, words.ends[index]!)
    cells[cell] = hash
    cells[cell + 1] = check
    cells[cell + 2] = number + 1
    return number
  }
}
