import { codes, copied, copyText } from '../text-codes'
import { isEnhancedCode, isReplyCode, writeMasked } from './ranges'
import { ENHANCED, maskToken, withoutRepeat } from './token'
import { finish, isFull, lastSign, write, writeRange, writeSpace, written } from './written'

/** Goes up whenever the mask changes: templates of different versions are not the same thing. */
export const TEMPLATE_VERSION = 1

const READ_LIMIT = 4096

const WORD = 1
const EDGE = 2
/** Letters and signs that a token may have without being looked at, and those that ask for it. */
const TELLING = 4
const ENDING = 8
const FOREIGN = 16
const KIND = new Uint8Array(128).fill(WORD)
for (let code = 0; code <= 32; code++) KIND[code] = 0
for (const char of '<>()[]{}"\',;|`=&') KIND[char.charCodeAt(0)] = EDGE
for (const char of '@0123456789') KIND[char.charCodeAt(0)] = WORD | TELLING
for (const char of '.:!?') KIND[char.charCodeAt(0)] = WORD | ENDING

/** The codes of the reply met so far. */
const told = { reply: '', enhanced: '' }

function kindOf(code: number): number {
  if (code < 128) return KIND[code]!
  return code === 0xa0 || code === 0xfeff ? 0 : WORD | TELLING | FOREIGN
}

function isEnding(code: number): boolean {
  return code < 128 && (KIND[code]! & ENDING) !== 0
}

function beginsWith(code: string, start: number): boolean {
  if (code === '') return false
  for (let i = 0; i < code.length; i++) if (code.charCodeAt(i) !== codes[start + i]) return false
  return true
}

/** Whether a token begins like a code that was told before, which continuation lines repeat. */
function mayRepeat(start: number): boolean {
  return beginsWith(told.reply, start) || beginsWith(told.enhanced, start)
}

/** Writes a token of a common kind; false where it is of a rare one. */
function writeCommon(text: string, start: number, end: number): boolean {
  if (mayRepeat(start)) return false
  let to = end
  while (to > start && isEnding(codes[to - 1]!)) to--
  let from = start
  while (from < to && (codes[from] === 58 || codes[from] === 35) && codes[from + 1] !== 58) from++
  if (from === to) {
    writeRange(codes, start, end)
    return true
  }
  const before = written.length
  const sign = lastSign()
  writeRange(codes, start, from)
  if (!writeMasked(from, to, told.reply === '' && told.enhanced === '', sign)) {
    written.length = before
    return false
  }
  writeRange(codes, to, end)
  if (from !== start || to !== end) return true
  if (told.reply === '' && isReplyCode(start, end)) told.reply = text.slice(start, end)
  else if (told.enhanced === '' && isEnhancedCode(start, end)) told.enhanced = text.slice(start, end)
  return true
}

/** Writes any token; false where nothing is left of it. */
function writeRare(text: string, start: number, end: number, space: boolean): boolean {
  const token = withoutRepeat(text.slice(start, end), told.reply, told.enhanced)
  if (token === '') return false
  const masked = maskToken(token, told.reply === '' && told.enhanced === '')
  const parts = /^([245][0-5]\d)(?:[- ]([245]\.[0-7]\.\d{1,3}))?(?= |$)/.exec(masked)
  if (parts && told.reply === '') told.reply = parts[1]!
  if (told.enhanced === '') told.enhanced = parts?.[2] ?? (ENHANCED.test(masked) ? masked : '')
  if (space) writeSpace()
  write(masked)
  return true
}

function writeToken(text: string, start: number, end: number, marks: number, space: boolean): boolean {
  let plain = (marks & TELLING) === 0
  if (plain && (marks & ENDING) !== 0) {
    let to = end
    while (to > start && isEnding(codes[to - 1]!)) to--
    while (to > start && codes[to - 1] !== 46 && codes[to - 1] !== 58) to--
    plain = to === start
  }
  const before = written.length
  if (space) writeSpace()
  if (plain) {
    writeRange(codes, start, end)
    return true
  }
  if ((marks & FOREIGN) === 0 && writeCommon(text, start, end)) return true
  written.length = before
  return writeRare(text, start, end, space)
}

/**
 * Masks what varies in a reply (addresses, IPs, hosts, numbers, ids), so that the same reply of the same server always gives the same
 * text. Codes, block lists and words stay. Cut at 600 characters.
 */
export function maskTemplate(diagnostic: string): string {
  copyText(diagnostic)
  const end = Math.min(copied.length, READ_LIMIT)
  written.length = 0
  told.reply = told.enhanced = ''
  let space = false
  for (let i = 0; i < end; i++) {
    let kind = kindOf(codes[i]!)
    if ((kind & WORD) !== 0) {
      const start = i
      let marks = 0
      do {
        marks |= kind
        kind = ++i < end ? kindOf(codes[i]!) : 0
      } while ((kind & WORD) !== 0)
      if (writeToken(diagnostic, start, i, marks, space)) space = false
      if (isFull()) break
    }
    if (kind === 0) space = true
    else {
      if (space) writeSpace()
      written.codes[written.length++] = codes[i]!
      space = false
    }
    if (isFull()) break
  }
  return finish()
}
