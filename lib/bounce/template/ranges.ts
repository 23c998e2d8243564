import { CLASS, DIGIT, LETTER, NOT_HEX } from '../classify/symbols'
import { hashStep, isComponent, isSpeaking, isTopLevel } from '../classify/vocabulary'
import { codes } from '../text-codes'
import { write, writeRange, written } from './written'

const POINT = 46
const COLON = 58
const SLASH = 47
const AT = 64
const LOWER = 32
const MIN_HEX = 8
const MIN_ID = 10
const LONG_PIECE = 40

/** What `look` counted in the range seen last. */
const seen = {
  digits: 0,
  points: 0,
  colons: 0,
  lastPoint: -1,
  hex: true,
  numeric: true,
  turns: false,
  at: -1,
}

/** `aB` and `1b` are turns: ids have them, words do not. */
function isTurn(before: number, symbol: number, code: number): boolean {
  if (symbol < LETTER || (symbol & LETTER) === 0) return false
  if (before >= 48 && before <= 57) return true
  return before >= 97 && before <= 122 && code <= 90
}

function look(start: number, end: number): void {
  let digits = 0
  let points = 0
  let colons = 0
  let lastPoint = -1
  let hex = true
  let numeric = true
  let turns = false
  let sign = -1
  let before = 0
  for (let i = start; i < end; i++) {
    const code = codes[i]!
    const symbol = CLASS[code]!
    if (symbol >= LETTER) {
      if ((symbol & DIGIT) !== 0) digits++
      else {
        numeric = false
        if ((symbol & NOT_HEX) !== 0) hex = false
        if (isTurn(before, symbol, code)) turns = true
      }
    } else {
      hex = false
      if (code === POINT) {
        points++
        lastPoint = i
      } else if (code === COLON) colons++
      else if (code === AT) {
        numeric = false
        if (sign < 0) sign = i
      } else if (code !== SLASH && code !== 45 && code !== 43) numeric = false
    }
    before = code
  }
  seen.digits = digits
  seen.points = points
  seen.colons = colons
  seen.lastPoint = lastPoint
  seen.hex = hex
  seen.numeric = numeric
  seen.turns = turns
  seen.at = sign
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function opensCode(at: number): boolean {
  const code = codes[at]!
  return code === 50 || code === 52 || code === 53
}

export function isReplyCode(start: number, end: number): boolean {
  return (
    end - start === 3 &&
    opensCode(start) &&
    codes[start + 1]! <= 53 &&
    isDigit(codes[start + 1]!) &&
    isDigit(codes[start + 2]!)
  )
}

export function isEnhancedCode(start: number, end: number): boolean {
  const size = end - start
  if (size < 5 || size > 7 || !opensCode(start) || codes[start + 1] !== POINT || codes[start + 3] !== POINT)
    return false
  if (!isDigit(codes[start + 2]!) || codes[start + 2]! > 55) return false
  for (let at = start + 4; at < end; at++) if (!isDigit(codes[at]!)) return false
  return true
}

/** Four numbers of up to three digits, perhaps with a port or a width behind them. */
function isIpv4(start: number, end: number): boolean {
  let at = start
  for (let group = 0; group < 4; group++) {
    const from = at
    while (at < end && isDigit(codes[at]!)) at++
    if (at === from || at - from > 3) return false
    if (group < 3 && codes[at++] !== POINT) return false
  }
  if (at === end) return true
  if (codes[at] !== COLON && codes[at] !== SLASH) return false
  const from = ++at
  while (at < end && isDigit(codes[at]!)) at++
  return at === end && at > from
}

function endsAsHost(start: number, end: number): boolean {
  const { lastPoint } = seen
  if (lastPoint <= start || lastPoint === end - 1) return false
  let hash = 0
  for (let at = lastPoint + 1; at < end; at++) {
    const symbol = CLASS[codes[at]!]!
    if ((symbol & LETTER) === 0) return false
    hash = hashStep(hash, symbol)
  }
  return end - lastPoint === 3 || isTopLevel(hash)
}

function writeHost(start: number, end: number): void {
  let hash = 0
  let component = false
  let speaking = false
  let first = true
  for (let at = start; at <= end; at++) {
    if (at < end && codes[at] !== POINT) {
      hash = hashStep(hash, CLASS[codes[at]!]!)
      continue
    }
    if (isSpeaking(hash)) speaking = true
    if (first) component = isComponent(hash)
    first = false
    hash = 0
  }
  if (!speaking && !component) write('{host}')
  else if (!speaking) writeRange(codes, start, end)
  else
    for (let at = start; at < end; at++) {
      const code = codes[at]!
      written.codes[written.length++] = code >= 65 && code <= 90 ? code + LOWER : code
    }
}

function isLink(start: number, end: number): boolean {
  const at = (codes[start + 4]! | LOWER) === 115 ? start + 5 : start + 4
  return (
    at + 2 < end &&
    (codes[start]! | LOWER) === 104 &&
    (codes[start + 1]! | LOWER) === 116 &&
    (codes[start + 2]! | LOWER) === 116 &&
    (codes[start + 3]! | LOWER) === 112 &&
    codes[at] === COLON &&
    codes[at + 1] === SLASH &&
    codes[at + 2] === SLASH
  )
}

/** Pieces of a link that vary have digits, an address or great length. */
function writeLink(start: number, end: number): void {
  let from = start
  let varies = false
  for (let at = start; at <= end; at++) {
    const code = at < end ? codes[at]! : SLASH
    if (code !== SLASH && code !== 63 && code !== COLON) {
      if (isDigit(code) || code === AT) varies = true
      continue
    }
    if (varies || at - from > LONG_PIECE) write('{id}')
    else writeRange(codes, from, at)
    if (at < end) written.codes[written.length++] = code
    from = at + 1
    varies = false
  }
}

/** Whether `writeMasked` says too little of such a range, so that it must be masked as a string. */
function isOdd(start: number, end: number, first: boolean, sign: number): boolean {
  if (seen.at >= 0) return seen.at === start || seen.at === end - 1
  if (seen.digits === 0) return false
  if (seen.colons > 1 && !isLink(start, end)) return true
  if (codes[start] === 48 && (codes[start + 1]! | LOWER) === 120) return true
  if (codes[start + 3] === 45 && isReplyCode(start, start + 3)) return true
  if (!isReplyCode(start, end) || first) return false
  return sign !== COLON && sign !== 59 && sign !== 91 && sign !== 40 && sign !== 34
}

/**
 * Writes the ASCII range of a token, without the signs around it, with what varies masked. `sign` is the last one before the token.
 * Gives false, with nothing written, where it is of a rare kind.
 */
export function writeMasked(start: number, end: number, first: boolean, sign: number): boolean {
  look(start, end)
  if (isOdd(start, end, first, sign)) return false
  const { digits, at } = seen
  if (at >= 0) write('{address}')
  else if (isLink(start, end)) writeLink(start, end)
  else if (digits > 0 && (isReplyCode(start, end) || isEnhancedCode(start, end)))
    writeRange(codes, start, end)
  else if (digits > 0 && seen.points >= 3 && isIpv4(start, end)) write('{ip}')
  else if (digits > 0 && seen.numeric) write('{number}')
  else if (seen.points > 0 && endsAsHost(start, end)) writeHost(start, end)
  else if (isId(end - start)) write('{id}')
  else writeRange(codes, start, end)
  return true
}

function isId(size: number): boolean {
  if (seen.digits === 0) return false
  return (size >= MIN_HEX && seen.hex) || (size >= MIN_ID && (seen.digits >= 2 || seen.turns))
}
