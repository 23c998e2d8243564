import { codes } from '../text-codes'
import {
  AT,
  DIGIT,
  foldOf,
  JOIN,
  LETTER,
  narrow,
  NOT_HEX,
  POINT,
  SEVERAL,
  SIGN,
  SKIP,
  SYMBOLS,
} from './symbols'
import { dropLocalPart, endToken, LINKED, POINTED, skipDomain } from './token-end'
import { checkStep, hashStep, wideHash } from './vocabulary'
import { words } from './word-list'

const COLON = 58
const SLASH = 47
const FOREIGN = LETTER | NOT_HEX

/** Whether a word goes on with a character behind a point or a hyphen. */
function goesOn(code: number): boolean {
  const symbol = SYMBOLS[code]!
  return (symbol >= LETTER || symbol === SEVERAL) && narrow(code) === code
}

/** Reads the words of the text copied last as `readWords` does, in any script: gives their count. */
export function readAnyWords(end: number): number {
  const { hashes, checks, starts, ends, coded } = words
  const table = SYMBOLS
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
    const raw = codes[i]!
    const symbol = table[raw]!
    if (symbol >= LETTER || symbol === SEVERAL) {
      if (wordAt < 0) wordAt = i
      if (tokenAt < 0) {
        tokenAt = i
        first = count
      }
      if (symbol === SEVERAL) {
        for (const letter of foldOf(raw)!) {
          hash = hashStep(hash, letter)
          check = checkStep(check, letter)
        }
      } else {
        hash = (Math.imul(hash, 0x9e3779b1) + symbol) | 0
        check = Math.imul(check ^ symbol, 0x85ebca6b)
      }
      kind |= raw < 128 || raw >= 0xff00 ? symbol : FOREIGN
      continue
    }
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
      if ((symbol === POINT || (symbol === JOIN && (flags & LETTER) !== 0)) && goesOn(codes[i + 1]!)) {
        if (symbol === POINT) flags |= POINTED
        kind = 0
        continue
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
    const code = narrow(raw)
    if (code === COLON && codes[i + 1] === SLASH && codes[i + 2] === SLASH) link = LINKED
    else if (link !== 0 && (code <= 32 || code === 34 || code === 62 || code === 41)) link = 0
    if (symbol === SIGN) {
      hashes[count] = wideHash(code)
      checks[count] = code
      coded[count] = 0
      starts[count] = i
      ends[count++] = i + 1
    }
  }
  return count
}
