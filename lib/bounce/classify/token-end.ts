import { codes } from '../text-codes'
import { CLASS, DIGIT, foldOf, LETTER, narrow, NOT_HEX } from './symbols'
import { isComponent, isSilent, isSpeaking, isTopLevel } from './vocabulary'
import { BREAK_HASH, MAX_NUMBERS, words } from './word-list'

/** Beside the kinds of letters: the token has points. */
export const POINTED = 1 << 12
/** The token stands in a link. */
export const LINKED = 1 << 13

export const MAX_SILENT = 5
const MIN_ID = 12
const MAX_HEX_GROUP = 4
const COLON = 58
/** Short words in a link (`no=`, `ip=`) are names of parameters. */
const MIN_LINK_WORD = 4

const { hashes, checks, starts, ends, coded } = words

/** A pointed token is a host (left out, but for a speaking name in it), or a component's name or words without a space (kept). */
function settlePointed(first: number, count: number, lastKind: number): number {
  const last = count - 1
  const lastSize = ends[last]! - starts[last]!
  const named = (lastKind & DIGIT) === 0 && (lastSize === 2 || isTopLevel(hashes[last]!))
  if (!named || isComponent(hashes[first]!)) return count
  for (let at = last; at >= first; at--) {
    if (!isSpeaking(hashes[at]!)) continue
    hashes[first] = hashes[at]!
    checks[first] = checks[at]!
    coded[first] = coded[at]!
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

/** Leaves out the part of an address before its `@` at `at`, also where signs in a row (`bl.+anna@`) made words of it. */
export function dropLocalPart(at: number, count: number): number {
  let from = at
  while (from > 0 && isLocalPart(codes[from - 1]!)) from--
  let kept = count
  while (kept > 0 && starts[kept - 1]! >= from) kept--
  return kept
}

function isLocalPart(code: number): boolean {
  return isDomainPart(code) || code === 0x2b
}

/** Reads past the part of an address after its `@`. */
export function skipDomain(from: number, end: number): number {
  let at = from
  while (at < end && isDomainPart(codes[at]!) && !(codes[at] === 0x2e && codes[at + 1] === 0x2e)) at++
  return at
}

/** After `host said: 550` the reply itself begins: what stood before belongs to no sentence of it. */
function opensReply(from: number, to: number): boolean {
  if (to - from !== 3) return false
  let at = from - 1
  while (at >= 0 && codes[at] === 32) at--
  return at >= 0 && codes[at] === COLON
}

function endNumber(from: number, to: number, first: number): number {
  if (words.numberCount < MAX_NUMBERS) {
    words.numbers[words.numberCount * 2] = from
    words.numbers[words.numberCount * 2 + 1] = to
    words.numberCount++
  }
  if (!opensReply(from, to)) return first
  hashes[first] = BREAK_HASH
  checks[first] = 0
  coded[first] = 0
  starts[first] = ends[first] = to
  return first + 1
}

/**
 * Decides what is kept of the token from `from` to `to`, whose words are those from `first` up to `count`: gives the new
 * count. `flags` tells what it is made of, `lastKind` what its last word is made of.
 */
export function endToken(
  from: number,
  to: number,
  first: number,
  count: number,
  flags: number,
  lastKind: number,
): number {
  if ((flags & LETTER) === 0) return endNumber(from, to, first)
  const size = to - from
  if ((flags & LINKED) !== 0 && size < MIN_LINK_WORD) return first
  if ((flags & POINTED) !== 0) return settlePointed(first, count, lastKind)
  if (size <= MAX_SILENT && isSilent(hashes[first]!) && count === first + 1) return first
  if ((flags & DIGIT) === 0) return count
  if (size >= MIN_ID) return first
  const group = size <= MAX_HEX_GROUP && (flags & NOT_HEX) === 0
  return group && (narrow(codes[to]!) === COLON || (from > 0 && codes[from - 1] === COLON)) ? first : count
}
