import { codes, copied, copyText } from '../text-codes'
import { AT, BREAK, CLASS, DIGIT, JOIN, LETTER, POINT, SKIP } from './symbols'
import { readAnyWords } from './any-tokens'
import { dropLocalPart, endToken, LINKED, MAX_SILENT, POINTED, skipDomain } from './token-end'
import { isSilent } from './vocabulary'
import { words } from './word-list'

const COLON = 58
const SLASH = 47

/**
 * Reads the words of a reply that can tell a cause, in one pass: letters small and without accents; articles, addresses, hosts, numbers,
 * codes and long ids are left out. The result is in `words` until the next call.
 */
export function readWords(text: string): void {
  copyText(text)
  words.numberCount = 0
  words.count = copied.plain ? readPlainWords(copied.length) : readAnyWords(copied.length)
}

/** Nearly every reply is plain ASCII. */
function readPlainWords(end: number): number {
  const { hashes, checks, starts, ends, coded } = words
  const table = CLASS
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
    let code = codes[i]!
    let symbol = table[code]!
    if (symbol >= LETTER) {
      if (wordAt < 0) {
        wordAt = i
        if (tokenAt < 0) {
          tokenAt = i
          first = count
        }
      }
      do {
        hash = (Math.imul(hash, 0x9e3779b1) + symbol) | 0
        check = Math.imul(check ^ symbol, 0x85ebca6b)
        kind |= symbol
        code = codes[++i]!
        symbol = table[code]!
      } while (symbol >= LETTER)
      // Most tokens are one plain word and a sign that ends it.
      if (symbol === BREAK && tokenAt === wordAt && (kind & DIGIT) === 0 && link === 0) {
        if (i - wordAt > MAX_SILENT || !isSilent(hash)) {
          hashes[count] = hash
          checks[count] = check
          coded[count] = 0
          starts[count] = wordAt
          ends[count++] = i
        }
        tokenAt = wordAt = -1
        hash = check = kind = 0
        if (code === COLON && codes[i + 1] === SLASH && codes[i + 2] === SLASH) link = LINKED
        continue
      }
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
      if (symbol === POINT || (symbol === JOIN && (flags & LETTER) !== 0)) {
        if (table[codes[i + 1]!]! >= LETTER) {
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
  }
  return count
}
