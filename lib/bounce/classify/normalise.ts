import {
  AT,
  CLASS,
  DOT,
  foldOf,
  isInvisible,
  isWide,
  JOIN,
  narrow,
  POINT,
  SEPARATOR,
  SKIP,
  writeWide,
} from './symbols'
import { hashStep, isComponent, isSilent, isSpeaking, isTopLevel } from './vocabulary'

/** Only this much of a reply is read; servers say why long before. */
export const READ_LIMIT = 65_536

const LETTER = 1
const DIGIT = 2
const POINTED = 4
const NOT_HEX = 8
const KIND = new Uint8Array(64)
for (let symbol = 1; symbol <= 26; symbol++) KIND[symbol] = symbol > 6 ? LETTER | NOT_HEX : LETTER
for (let symbol = 27; symbol <= 36; symbol++) KIND[symbol] = DIGIT

/** Where the last normalised text stands: symbols, the place of each in the original, and the bare numbers seen. */
export interface Scratch {
  symbols: Uint8Array
  places: Uint32Array
  length: number
  /** Start and end of each token of digits and dots, in pairs. */
  numbers: Uint32Array
  numberCount: number
}

export const scratch: Scratch = {
  symbols: new Uint8Array(8192),
  places: new Uint32Array(8192),
  length: 0,
  numbers: new Uint32Array(64),
  numberCount: 0,
}

function grow(needed: number): void {
  if (scratch.symbols.length >= needed) return
  scratch.symbols = new Uint8Array(needed * 2)
  scratch.places = new Uint32Array(needed * 2)
}

/** A dotted token is a host (left out, but for a speaking name in it), a component's name (kept), or words without a space (kept). */
function settleDotted(start: number, end: number): number {
  const { symbols } = scratch
  let hash = 0
  let letters = true
  let label = start
  let labels = 0
  let speaking = -1
  let speakingEnd = -1
  let component = false
  for (let at = start; at <= end; at++) {
    const symbol = at < end ? symbols[at]! : DOT
    if (symbol === DOT) {
      if (labels === 0) component = isComponent(hash)
      if (isSpeaking(hash)) {
        speaking = label
        speakingEnd = at
      }
      labels++
      if (at === end) break
      label = at + 1
      hash = 0
      letters = true
    } else {
      hash = hashStep(hash, symbol)
      if (symbol > 26) letters = false
    }
  }
  const host = letters && !component && (end - label === 2 || isTopLevel(hash))
  if (!host) {
    for (let at = start; at < end; at++) if (symbols[at] === DOT) symbols[at] = SEPARATOR
    return end
  }
  if (speaking < 0) return start
  symbols.copyWithin(start, speaking, speakingEnd)
  scratch.places.copyWithin(start, speaking, speakingEnd)
  return start + speakingEnd - speaking
}

function isDomainPart(code: number): boolean {
  return code < 128
    ? CLASS[code]! <= 36 || code === 0x2d || code === 0x2e || code === 0x5f
    : foldOf(code) !== undefined
}

/** Reads past the part of an address after its `@`. */
function skipDomain(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isDomainPart(text.charCodeAt(at))) at++
  return at
}

/**
 * Reduces a reply to the words that can tell a cause, in one pass: small letters without accents, single separators; no articles,
 * addresses, hosts, numbers, codes or long ids. The result is in `scratch` until the next call.
 */
export function normalise(text: string): void {
  const end = Math.min(text.length, READ_LIMIT)
  grow(end * 4 + 16)
  const { symbols, places } = scratch
  symbols[0] = SEPARATOR
  places[0] = 0
  scratch.numberCount = 0
  let out = 1
  let token = 1
  let tokenAt = 0
  let flags = 0
  let hash = 0
  for (let i = 0; i <= end; i++) {
    let code = i < end ? text.charCodeAt(i) : 32
    if (code >= 128) {
      code = narrow(code)
      if (code >= 128) {
        if (isInvisible(code)) continue
        const fold = foldOf(code)
        if (fold !== undefined) {
          if (out === token) tokenAt = i
          for (let j = 0; j < fold.length; j++) {
            hash = hashStep(hash, fold[j]!)
            flags |= KIND[fold[j]!]!
            symbols[out] = fold[j]!
            places[out++] = i
          }
          continue
        }
      }
    }
    const symbol = code < 128 ? CLASS[code]! : 64
    if (symbol < 37) {
      if (out === token) tokenAt = i
      symbols[out] = symbol
      places[out++] = i
      hash = (Math.imul(hash, 31) + symbol) | 0
      flags |= KIND[symbol]!
      continue
    }
    if (symbol === SKIP) continue
    if (out !== token) {
      if (symbol === POINT || symbol === JOIN) {
        const next = i + 1 < end ? text.charCodeAt(i + 1) : 32
        if (
          (next < 128 ? CLASS[next]! < 37 : foldOf(next) !== undefined) &&
          (symbol === POINT || flags & LETTER)
        ) {
          symbols[out] = symbol === POINT ? DOT : SEPARATOR
          places[out++] = i
          flags |= symbol === POINT ? POINTED : 0
          hash = hashStep(hash, symbol)
          continue
        }
      }
      if (symbol === AT) {
        out = token
        i = skipDomain(text, i + 1, end) - 1
      } else if (!(flags & LETTER)) {
        const { numbers, numberCount } = scratch
        if (numberCount < 32) {
          numbers[numberCount * 2] = tokenAt
          numbers[numberCount * 2 + 1] = i
          scratch.numberCount++
        }
        out = token
      } else {
        const size = out - token
        if (flags & POINTED) out = settleDotted(token, out)
        else if (size <= 5 ? isSilent(hash) : size >= 12 && flags & DIGIT) out = token
        else if (
          flags & DIGIT &&
          !(flags & NOT_HEX) &&
          size <= 4 &&
          (code === 58 || text.charCodeAt(tokenAt - 1) === 58)
        )
          out = token
        if (out !== token) {
          symbols[out] = SEPARATOR
          places[out++] = i
        }
      }
      token = out
      flags = 0
      hash = 0
    } else if (symbol === AT) i = skipDomain(text, i + 1, end) - 1
    if (code >= 128 && isWide(code)) {
      writeWide(code, symbols, out)
      places[out] = places[out + 1] = places[out + 2] = i
      out += 3
      const next = i + 1 < end ? text.charCodeAt(i + 1) : 32
      if (next < 128 && CLASS[next]! < 37) {
        symbols[out] = SEPARATOR
        places[out++] = i
      }
      token = out
    }
  }
  scratch.length = out
}
