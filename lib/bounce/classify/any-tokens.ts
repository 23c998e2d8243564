import { codes } from '../text-codes'
import {
  AT,
  BREAK,
  CLASS,
  DIGIT,
  foldOf,
  isInvisible,
  isWide,
  JOIN,
  LETTER,
  narrow,
  NOT_HEX,
  POINT,
  SKIP,
} from './symbols'
import { dropLocalPart, endToken, LINKED, POINTED, skipDomain } from './token-end'
import { checkStep, hashStep, wideHash } from './vocabulary'
import { words } from './word-list'

const COLON = 58
const SLASH = 47
const NONE = new Uint16Array(0)
/** The one symbol of each ASCII letter and digit, as `foldOf` gives those of others. */
const OWN: readonly Uint16Array[] = Array.from(CLASS, (symbol) =>
  symbol >= LETTER ? Uint16Array.of(symbol) : NONE,
)

function lettersOf(code: number): Uint16Array {
  return code < 128 ? OWN[code]! : (foldOf(code) ?? NONE)
}

/** Reads the words of the text copied last as `readWords` does, in any script: gives their count. */
export function readAnyWords(end: number): number {
  const { hashes, checks, starts, ends, coded } = words
  let count = 0
  let first = 0
  let tokenAt = -1
  let wordAt = -1
  let hash = 0
  let check = 0
  let kind = 0
  let flags = 0
  let link = 0
  for (let i = 0; i <= end; i++) {
    const code = narrow(codes[i]!)
    if (code >= 128 && isInvisible(code)) continue
    const letters = lettersOf(code)
    if (letters.length > 0) {
      if (wordAt < 0) wordAt = i
      if (tokenAt < 0) {
        tokenAt = i
        first = count
      }
      for (const symbol of letters) {
        hash = hashStep(hash, symbol)
        check = checkStep(check, symbol)
      }
      kind |= code < 128 ? letters[0]! : LETTER | NOT_HEX
      continue
    }
    const symbol = code < 128 ? CLASS[code]! : BREAK
    if (symbol === SKIP) continue
    if (tokenAt >= 0) {
      if (wordAt >= 0) {
        hashes[count] = hash
        checks[count] = check
        coded[count] = (kind & DIGIT) >> 7
        starts[count] = wordAt
        ends[count++] = i
        wordAt = -1
        hash = check = 0
      }
      flags |= kind
      if (symbol === POINT || (symbol === JOIN && (flags & LETTER) !== 0)) {
        if (lettersOf(codes[i + 1]!).length > 0) {
          if (symbol === POINT) flags |= POINTED
          kind = 0
          continue
        }
      }
      if (symbol === AT) {
        count = dropLocalPart(i, first)
        i = skipDomain(i + 1, end) - 1
      } else count = endToken(tokenAt, i, first, count, flags | link, kind)
      tokenAt = -1
      flags = kind = 0
    } else if (symbol === AT) {
      count = dropLocalPart(i, count)
      i = skipDomain(i + 1, end) - 1
    }
    if (code === COLON && codes[i + 1] === SLASH && codes[i + 2] === SLASH) link = LINKED
    else if (link !== 0 && (code <= 32 || code === 34 || code === 62 || code === 41)) link = 0
    if (code >= 128 && isWide(code)) {
      hashes[count] = wideHash(code)
      checks[count] = code
      coded[count] = 0
      starts[count] = i
      ends[count++] = i + 1
    }
  }
  return count
}
