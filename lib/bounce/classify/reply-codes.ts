import { words } from './tokens'

const DIGIT_0 = 48
const DIGIT_9 = 57

export interface Codes {
  reply: string
  enhanced: string
}

function isDigit(code: number): boolean {
  return code >= DIGIT_0 && code <= DIGIT_9
}

function isReplyCode(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start) - DIGIT_0
  return (
    end - start === 3 &&
    first >= 2 &&
    first <= 5 &&
    first !== 3 &&
    text.charCodeAt(start + 1) - DIGIT_0 <= 5 &&
    isDigit(text.charCodeAt(start + 1)) &&
    isDigit(text.charCodeAt(start + 2))
  )
}

/** `class.subject.detail`, class 2, 4 or 5, subject 0–7: an address like 5.1.1.9 and a version like 4.92.3 are none. */
function isEnhancedCode(text: string, start: number, end: number): boolean {
  if (
    end - start < 5 ||
    end - start > 7 ||
    text.charCodeAt(start + 1) !== 46 ||
    text.charCodeAt(start + 3) !== 46
  )
    return false
  const first = text.charCodeAt(start) - DIGIT_0
  if (
    (first !== 2 && first !== 4 && first !== 5) ||
    text.charCodeAt(start + 2) > DIGIT_0 + 7 ||
    !isDigit(text.charCodeAt(start + 2))
  )
    return false
  for (let at = start + 4; at < end; at++) if (!isDigit(text.charCodeAt(at))) return false
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
  return LEADS_CODE.test(text.slice(Math.max(0, start - 12), start))
}

/** The first reply code and enhanced code in the text that was read last. Empty where there is none. */
export function codesIn(text: string): Codes {
  const { numbers, numberCount } = words
  let reply = ''
  let enhanced = ''
  for (let i = 0; i < numberCount && (reply === '' || enhanced === ''); i++) {
    const start = numbers[i * 2]!
    const end = numbers[i * 2 + 1]!
    if (enhanced === '' && isEnhancedCode(text, start, end)) enhanced = text.slice(start, end)
    else if (reply === '' && isReplyCode(text, start, end)) {
      const nextStart = i + 1 < numberCount ? numbers[i * 2 + 2]! : 0
      const enhancedNext = i + 1 < numberCount && isEnhancedCode(text, nextStart, numbers[i * 2 + 3]!)
      if (standsAsCode(text, start, end, nextStart, enhancedNext)) reply = text.slice(start, end)
    }
  }
  return { reply, enhanced }
}
