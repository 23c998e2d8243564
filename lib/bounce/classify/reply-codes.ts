import { codes as letters } from '../text-codes'
import type { Reply } from '../types'
import { enhancedText, packEnhanced, replyText, type Packed } from './packed-codes'
import { CLASS, LETTER } from './symbols'
import { words } from './word-list'

const DIGIT_0 = 48
const DIGIT_9 = 57
const POINT = 46
const SPACE = 32
/** As far before a number a word may stand that makes it a code. */
const LEAD = 12

export interface Codes {
  reply: string
  enhanced: string
}

/** The codes found last, as numbers. */
export const told: { reply: Packed; enhanced: Packed } = { reply: 0, enhanced: 0 }

/** The codes found last, as they are written. */
export function toldCodes(): Codes {
  return { reply: replyText(told.reply), enhanced: enhancedText(told.enhanced) }
}

function isDigit(code: number): boolean {
  return code >= DIGIT_0 && code <= DIGIT_9
}

function replyCodeAt(start: number, end: number): Packed {
  const first = letters[start]! - DIGIT_0
  if (
    end - start !== 3 ||
    first < 2 ||
    first > 5 ||
    first === 3 ||
    letters[start + 1]! - DIGIT_0 > 5 ||
    !isDigit(letters[start + 1]!) ||
    !isDigit(letters[start + 2]!)
  )
    return 0
  return first * 100 + (letters[start + 1]! - DIGIT_0) * 10 + letters[start + 2]! - DIGIT_0
}

/** `class.subject.detail`, class 2, 4 or 5, subject 0–7: an address like 5.1.1.9 and a version like 4.92.3 are none. */
function enhancedCodeAt(start: number, end: number): Packed {
  if (end - start < 5 || end - start > 7 || letters[start + 1] !== POINT || letters[start + 3] !== POINT)
    return 0
  const first = letters[start]! - DIGIT_0
  const subject = letters[start + 2]! - DIGIT_0
  if ((first !== 2 && first !== 4 && first !== 5) || subject < 0 || subject > 7) return 0
  let detail = 0
  for (let at = start + 4; at < end; at++) {
    if (!isDigit(letters[at]!)) return 0
    detail = detail * 10 + letters[at]! - DIGIT_0
  }
  return packEnhanced(first, subject, 1, detail, end - start - 4)
}

const LEADS_CODE =
  /(?:^|[^\p{L}\p{N}\s]|[\r\n]|\b(?:code|error|status|smtp|returned|said|reply|response|with|failed|failure|rejected))\s*$/iu

/** A number is a reply code where one is expected: first, after punctuation or a word like `said`, or before an enhanced code. */
function standsAsCode(
  text: string,
  start: number,
  end: number,
  nextStart: number,
  enhancedNext: boolean,
): boolean {
  if (start === 0 || (enhancedNext && nextStart - end <= 3)) return true
  let at = start - 1
  while (at > start - LEAD && letters[at] === SPACE) at--
  const before = at < 0 ? SPACE : letters[at]!
  if (before > SPACE && before < 128 && CLASS[before]! < LETTER) return true
  return LEADS_CODE.test(text.slice(Math.max(0, start - LEAD), start))
}

/** Finds the first reply code and enhanced code in the text that was read last. */
function findIn(text: string): void {
  const { numbers, numberCount } = words
  told.reply = told.enhanced = 0
  for (let i = 0; i < numberCount && (told.reply === 0 || told.enhanced === 0); i++) {
    const start = numbers[i * 2]!
    const end = numbers[i * 2 + 1]!
    const enhanced = told.enhanced === 0 ? enhancedCodeAt(start, end) : 0
    if (enhanced !== 0) {
      told.enhanced = enhanced
      continue
    }
    const code = told.reply === 0 ? replyCodeAt(start, end) : 0
    if (code === 0) continue
    const nextStart = i + 1 < numberCount ? numbers[i * 2 + 2]! : 0
    const enhancedNext = i + 1 < numberCount && enhancedCodeAt(nextStart, numbers[i * 2 + 3]!) !== 0
    if (standsAsCode(text, start, end, nextStart, enhancedNext)) told.reply = code
  }
}

/** The first reply code and enhanced code in the text that was read last. Empty where there is none. */
export function codesIn(text: string): Codes {
  findIn(text)
  return toldCodes()
}

/** Finds the codes of a reply that was read last, into `told`: those given beside its text, else those in it. */
export function findCodes(reply: Reply): void {
  findIn(reply.diagnostic)
  if (reply.smtpCode !== undefined) told.reply = replyCodeIn(reply.smtpCode) || told.reply
  if (reply.enhancedCode !== undefined) told.enhanced = enhancedCodeIn(reply.enhancedCode) || told.enhanced
}

/** The codes of a reply that was read last, as they are written. */
export function codesBeside(reply: Reply): Codes {
  findCodes(reply)
  return toldCodes()
}

function replyCodeIn(text: string): Packed {
  const code = /^[245]\d\d$/.test(text) ? text : /(?<![\d.])[245]\d\d(?!\d)/.exec(text)?.[0]
  return code === undefined ? 0 : Number(code)
}

function enhancedCodeIn(text: string): Packed {
  const parts =
    /^([245])\.(\d{1,3})\.(\d{1,3})$/.exec(text) ??
    /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])/.exec(text)
  if (parts === null) return 0
  const [, level, subject, detail] = parts as unknown as [string, string, string, string]
  return packEnhanced(Number(level), Number(subject), subject.length, Number(detail), detail.length)
}
