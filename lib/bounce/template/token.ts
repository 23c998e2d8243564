import { textOf, written } from './written'
import { hashStep, isComponent, isSpeaking, isTopLevel } from '../classify/vocabulary'
import { BREAK, CLASS, LETTER } from '../classify/symbols'

const LEADS_CODE = /[:;[("]$|said|error|code|smtp|returned|status$/i

const nothing = (): string => ''
const writtenBefore = (): string => textOf(written.length).trimEnd()

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

const REPLY_CODE = /^[245][0-5]\d$/
export const ENHANCED = /^[245]\.[0-7]\.\d{1,3}$/
const JOINED_CODES = /^([245][0-5]\d)[- ]([245]\.[0-7]\.\d{1,3})$/
const CODE_THEN_WORD = /^([245][0-5]\d)-(?=.*[^\d.])(.*)$/
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?$/
const IPV6 = /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:%\w+)?$/i
const HEX = /^(?:0x)?[0-9a-f]+$/i

function hostEnd(token: string): boolean {
  const point = token.lastIndexOf('.')
  if (point <= 0 || point === token.length - 1) return false
  let hash = 0
  for (let at = point + 1; at < token.length; at++) {
    const symbol = CLASS[token.charCodeAt(at)] ?? BREAK
    if ((symbol & LETTER) === 0) return false
    hash = hashStep(hash, symbol)
  }
  return token.length - point - 1 === 2 || isTopLevel(hash)
}

function firstHash(label: string): number {
  let hash = 0
  for (let at = 0; at < label.length; at++) hash = hashStep(hash, CLASS[label.charCodeAt(at)] ?? 0)
  return hash
}

function maskHost(token: string): string {
  const labels = token.split('.')
  if (labels.some((label) => isSpeaking(firstHash(label)))) return token.toLowerCase()
  return isComponent(firstHash(labels[0]!)) ? token : '{host}'
}

/** Ids are long and mix letters with digits; names of errors (`S3140`, `TSS04`) are short. */
function looksLikeId(token: string, digits: number): boolean {
  if (digits === 0) return false
  if (token.length >= 8 && HEX.test(token)) return true
  return token.length >= 10 && (digits >= 2 || /[a-z][A-Z]|\d[a-zA-Z]/.test(token))
}

function maskLink(token: string): string {
  return token.replace(/[^/?&=:]+/g, (piece) =>
    /\d/.test(piece) || piece.includes('@') || piece.length > 40 ? '{id}' : piece,
  )
}

function maskCore(token: string, first: boolean, previous: () => string): string {
  const at = token.indexOf('@')
  if (at > 0 && at < token.length - 1) return '{address}'
  if (/^https?:\/\//i.test(token)) return maskLink(token)
  let digits = 0
  for (let i = 0; i < token.length; i++) if (isDigit(token.charCodeAt(i))) digits++
  if (digits > 0) {
    if (ENHANCED.test(token) || JOINED_CODES.test(token)) return token
    if (REPLY_CODE.test(token) && (first || LEADS_CODE.test(previous()))) return token
    if (IPV4.test(token) || (IPV6.test(token) && token.length > 4)) return '{ip}'
    if (digits === token.length || /^[\d.,:/+-]+$/.test(token)) return '{number}'
    const coded = CODE_THEN_WORD.exec(token)
    if (coded && first) return `${coded[1]} ${maskCore(coded[2]!, false, nothing)}`
  }
  if (hostEnd(token)) return maskHost(token)
  return looksLikeId(token, digits) ? '{id}' : token
}

/** Masks one token; what was written last is before it. `x:` and `y.` keep the sign; a masked core loses no punctuation that tells sentences apart. */
export function maskToken(token: string, first: boolean): string {
  let end = token.length
  while (end > 0 && '.:!?'.includes(token[end - 1]!)) end--
  let start = 0
  while (start < end && ':#'.includes(token[start]!) && token[start + 1] !== ':') start++
  if (end === start) return token
  return token.slice(0, start) + maskCore(token.slice(start, end), first, writtenBefore) + token.slice(end)
}

/**
 * Continuation lines repeat their codes: `550-5.1.1 No such 550 5.1.1 user` says `550 5.1.1 No such user`. Gives the token without a
 * repeated code, empty where nothing is left.
 */
export function withoutRepeat(token: string, code: string, enhanced: string): string {
  if (token === enhanced && enhanced !== '') return ''
  if (code === '' || !token.startsWith(code)) return token
  const rest = token.slice(code.length)
  if (rest === '' || rest === `-${enhanced}` || rest === '-') return ''
  return rest.startsWith('-') && !isDigit(rest.charCodeAt(1)) ? rest.slice(1) : token
}
