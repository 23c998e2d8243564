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
import { hashStep, isComponent, isSilent, isSpeaking, isTopLevel, wideHash } from './vocabulary'

/** Only this much of a reply is read; servers say why long before. */
export const READ_LIMIT = 65_536

/** Beside the kinds of letters: the token has points. */
const POINTED = 1 << 12

const MAX_SILENT = 5
const MIN_ID = 12
const MAX_HEX_GROUP = 4
const MAX_NUMBERS = 32
const COLON = 58
const SLASH = 47
/** Short words in a link (`no=`, `ip=`) are names of parameters. */
const MIN_LINK_WORD = 4
/** Stands in place of a word where a server's own reply begins. */
export const BREAK_HASH = 1

/** The words of the text read last: the hash of each, and where it stands in the text; and the bare numbers between them. */
export const words = {
  hashes: new Int32Array(4096),
  starts: new Uint32Array(4096),
  ends: new Uint32Array(4096),
  count: 0,
  /** Start and end of each token of digits and points, in pairs. */
  numbers: new Uint32Array(MAX_NUMBERS * 2),
  numberCount: 0,
}

function grow(needed: number): void {
  if (words.hashes.length >= needed) return
  words.hashes = new Int32Array(needed * 2)
  words.starts = new Uint32Array(needed * 2)
  words.ends = new Uint32Array(needed * 2)
}

/** A pointed token is a host (left out, but for a speaking name in it), or a component's name or words without a space (kept). */
function settlePointed(first: number, count: number, lastKind: number): number {
  const { hashes, starts, ends } = words
  const last = count - 1
  const lastSize = ends[last]! - starts[last]!
  const named = (lastKind & DIGIT) === 0 && (lastSize === 2 || isTopLevel(hashes[last]!))
  if (!named || isComponent(hashes[first]!)) return count
  for (let at = last; at >= first; at--) {
    if (!isSpeaking(hashes[at]!)) continue
    hashes[first] = hashes[at]!
    starts[first] = starts[at]!
    ends[first] = ends[at]!
    return first + 1
  }
  return first
}

function isDomainPart(code: number): boolean {
  return code < 128
    ? CLASS[code]! >= LETTER || code === 0x2d || code === 0x2e || code === 0x5f
    : foldOf(code) !== undefined
}

/** Reads past the part of an address after its `@`. */
function skipDomain(text: string, from: number, end: number): number {
  let at = from
  while (
    at < end &&
    isDomainPart(text.charCodeAt(at)) &&
    !(text.charCodeAt(at) === 0x2e && text.charCodeAt(at + 1) === 0x2e)
  )
    at++
  return at
}

function startsWord(code: number): boolean {
  return code < 128 ? CLASS[code]! >= LETTER : foldOf(code) !== undefined
}

/** After `host said: 550` the reply itself begins: what stood before belongs to no sentence of it. */
function opensReply(text: string, from: number, to: number): boolean {
  if (to - from !== 3) return false
  let at = from - 1
  while (at >= 0 && text.charCodeAt(at) === 32) at--
  return at >= 0 && text.charCodeAt(at) === COLON
}

function keepNumber(from: number, to: number): void {
  if (words.numberCount === MAX_NUMBERS) return
  words.numbers[words.numberCount * 2] = from
  words.numbers[words.numberCount * 2 + 1] = to
  words.numberCount++
}

/**
 * Reads the words of a reply that can tell a cause, in one pass: letters small and without accents; articles, addresses, hosts, numbers,
 * codes and long ids are left out. The result is in `words` until the next call.
 */
export function readWords(text: string): void {
  const end = Math.min(text.length, READ_LIMIT)
  grow(end + 2)
  const { hashes, starts, ends } = words
  const table = CLASS
  words.numberCount = 0
  let count = 0
  let first = 0
  let tokenAt = -1
  let wordAt = -1
  let hash = 0
  let kind = 0
  let flags = 0
  let link = false
  for (let i = 0; i <= end; i++) {
    let code = i < end ? text.charCodeAt(i) : 32
    let symbol = BREAK
    if (code < 128) {
      symbol = table[code]!
      if (symbol >= LETTER) {
        if (wordAt < 0) wordAt = i
        if (tokenAt < 0) {
          tokenAt = i
          first = count
        }
        do {
          hash = (Math.imul(hash, 0x9e3779b1) + symbol) | 0
          kind |= symbol
          code = ++i < end ? text.charCodeAt(i) : 32
          symbol = code < 128 ? table[code]! : BREAK
        } while (symbol >= LETTER)
      }
    }
    if (code >= 128) {
      code = narrow(code)
      if (code < 128) symbol = table[code]!
      else if (isInvisible(code)) continue
      else {
        const fold = foldOf(code)
        if (fold !== undefined) {
          if (wordAt < 0) wordAt = i
          if (tokenAt < 0) {
            tokenAt = i
            first = count
          }
          for (let j = 0; j < fold.length; j++) hash = hashStep(hash, fold[j]!)
          kind |= LETTER | NOT_HEX
          continue
        }
      }
    }
    if (symbol >= LETTER) {
      if (wordAt < 0) {
        wordAt = i
        if (tokenAt < 0) {
          tokenAt = i
          first = count
        }
      }
      hash = (Math.imul(hash, 0x9e3779b1) + symbol) | 0
      kind |= symbol
      continue
    }
    if (symbol === SKIP) continue
    if (tokenAt >= 0) {
      if (wordAt >= 0) {
        hashes[count] = hash
        starts[count] = wordAt
        ends[count++] = i
        wordAt = -1
        hash = 0
      }
      flags |= kind
      if (symbol === POINT || symbol === JOIN) {
        const next = i + 1 < end ? text.charCodeAt(i + 1) : 32
        if ((symbol === POINT || (flags & LETTER) !== 0) && startsWord(next)) {
          if (symbol === POINT) flags |= POINTED
          kind = 0
          continue
        }
      }
      if (symbol === AT) {
        count = first
        i = skipDomain(text, i + 1, end) - 1
      } else if ((flags & LETTER) === 0) {
        keepNumber(tokenAt, i)
        count = first
        if (opensReply(text, tokenAt, i)) {
          hashes[count] = BREAK_HASH
          starts[count] = ends[count] = i
          count++
        }
      } else {
        const size = i - tokenAt
        if (link && size < MIN_LINK_WORD) count = first
        else if ((flags & POINTED) !== 0) count = settlePointed(first, count, kind)
        else if (size <= MAX_SILENT && isSilent(hashes[first]!) && count === first + 1) count = first
        else if ((flags & DIGIT) !== 0) {
          const group = size <= MAX_HEX_GROUP && (flags & NOT_HEX) === 0
          if (size >= MIN_ID || (group && (code === COLON || text.charCodeAt(tokenAt - 1) === COLON)))
            count = first
        }
      }
      tokenAt = -1
      flags = 0
      kind = 0
    } else if (symbol === AT) i = skipDomain(text, i + 1, end) - 1
    if (code === COLON && text.charCodeAt(i + 1) === SLASH && text.charCodeAt(i + 2) === SLASH) link = true
    else if (link && (code <= 32 || code === 34 || code === 62 || code === 41)) link = false
    if (code >= 128 && isWide(code)) {
      hashes[count] = wideHash(code)
      starts[count] = i
      ends[count++] = i + 1
    }
  }
  words.count = count
}
