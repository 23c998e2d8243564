import { codes as letters } from '../text-codes'
import type { Reply } from '../types'
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

function isDigit(code: number): boolean {
  return code >= DIGIT_0 && code <= DIGIT_9
}

function isReplyCode(start: number, end: number): boolean {
  const first = letters[start]! - DIGIT_0
  return (
    end - start === 3 &&
    first >= 2 &&
    first <= 5 &&
    first !== 3 &&
    letters[start + 1]! - DIGIT_0 <= 5 &&
    isDigit(letters[start + 1]!) &&
    isDigit(letters[start + 2]!)
  )
}

/** `class.subject.detail`, class 2, 4 or 5, subject 0–7: an address like 5.1.1.9 and a version like 4.92.3 are none. */
function isEnhancedCode(start: number, end: number): boolean {
  if (end - start < 5 || end - start > 7 || letters[start + 1] !== POINT || letters[start + 3] !== POINT)
    return false
  const first = letters[start]! - DIGIT_0
  if (
    (first !== 2 && first !== 4 && first !== 5) ||
    letters[start + 2]! > DIGIT_0 + 7 ||
    !isDigit(letters[start + 2]!)
  )
    return false
  for (let at = start + 4; at < end; at++) if (!isDigit(letters[at]!)) return false
  return true
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

/** The first reply code and enhanced code in the text that was read last. Empty where there is none. */
export function codesIn(text: string): Codes {
  const { numbers, numberCount } = words
  let reply = ''
  let enhanced = ''
  for (let i = 0; i < numberCount && (reply === '' || enhanced === ''); i++) {
    const start = numbers[i * 2]!
    const end = numbers[i * 2 + 1]!
    if (enhanced === '' && isEnhancedCode(start, end)) enhanced = text.slice(start, end)
    else if (reply === '' && isReplyCode(start, end)) {
      const nextStart = i + 1 < numberCount ? numbers[i * 2 + 2]! : 0
      const enhancedNext = i + 1 < numberCount && isEnhancedCode(nextStart, numbers[i * 2 + 3]!)
      if (standsAsCode(text, start, end, nextStart, enhancedNext)) reply = text.slice(start, end)
    }
  }
  return { reply, enhanced }
}

/** The codes of a reply that was read last: those given beside its text, else those in it. */
export function codesBeside(reply: Reply): Codes {
  const codes = codesIn(reply.diagnostic)
  if (reply.smtpCode !== undefined) codes.reply = replyCodeIn(reply.smtpCode) ?? codes.reply
  if (reply.enhancedCode !== undefined) codes.enhanced = enhancedCodeIn(reply.enhancedCode) ?? codes.enhanced
  return codes
}

function replyCodeIn(text: string): string | undefined {
  return /^[245]\d\d$/.test(text) ? text : /(?<![\d.])[245]\d\d(?!\d)/.exec(text)?.[0]
}

function enhancedCodeIn(text: string): string | undefined {
  return /^[245]\.\d{1,3}\.\d{1,3}$/.test(text)
    ? text
    : /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text)?.[0]
}
