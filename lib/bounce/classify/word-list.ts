import { READ_LIMIT } from '../text-codes'

export const MAX_NUMBERS = 32

/** Stands in place of a word where a server's own reply begins. */
export const BREAK_HASH = 1

const MOST = READ_LIMIT + 2

/** The words of the text read last: two hashes of each, and where it stands in the text; and the bare numbers between them. */
export const words = {
  hashes: new Int32Array(MOST),
  checks: new Int32Array(MOST),
  starts: new Uint32Array(MOST),
  ends: new Uint32Array(MOST),
  /** 1 where a word has digits: an id, a size, a name of an error. */
  coded: new Uint8Array(MOST),
  count: 0,
  /** Start and end of each token of digits and points, in pairs. */
  numbers: new Uint32Array(MAX_NUMBERS * 2),
  numberCount: 0,
}
