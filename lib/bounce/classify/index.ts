import type { CategoryId } from '../categories'
import { RULES } from '../categories/rules'
import { predict } from '../model/predict'
import { NOTICE_RULES } from '../notices'
import type { Reply, Verdict } from '../types'
import { compile, type Told } from './compile'
import { byCodes, byModel, byVendor, byWords, delivered, strongest, unclassified } from './decide'
import { Matcher } from './match'
import { codesIn, type Codes } from './reply-codes'
import { readWords } from './tokens'
import { readVendorClass } from './vendor'

/** Words that outweigh a code 2yz. */
const CLEAR = 70

/** The whole rule base: the rules of every category and of the notices that are no bounces. */
export const RULE_BASE: readonly Told[] = [
  ...Object.entries(RULES).flatMap(([category, rules]) =>
    rules.map((rule): Told => ({ rule, kind: 'bounce', category: category as CategoryId })),
  ),
  ...NOTICE_RULES.map((rule): Told => ({ rule, kind: rule.kind, category: null })),
]

let matcher: Matcher | undefined

function codesOf(reply: Reply): Codes {
  const codes = codesIn(reply.diagnostic)
  const given = reply.smtpCode === undefined ? null : /(?<![\d.])[245]\d\d(?!\d)/.exec(reply.smtpCode)
  if (given) codes.reply = given[0]
  const enhanced =
    reply.enhancedCode === undefined
      ? null
      : /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(reply.enhancedCode)
  if (enhanced) codes.enhanced = enhanced[0]
  return codes
}

/**
 * Tells what a server's reply means: one of the categories, `unclassified`, or a notice that is no bounce. Words decide first, then
 * the model for wording that no rule knows, the enhanced code, the reply code and the provider's own class. Pure, total, and linear in the length of the text.
 */
export function classify(reply: Reply): Verdict<CategoryId> {
  matcher ??= new Matcher(compile(RULE_BASE))
  const hint = reply.vendorClass ? readVendorClass(reply.vendorClass) : undefined
  readWords(reply.diagnostic)
  const codes = codesOf(reply)
  if (hint !== undefined && hint.kind !== 'bounce') return byVendor(hint, reply.vendorClass ?? '', codes)
  matcher.scan(reply.diagnostic)
  const rule = matcher.count === 0 ? -1 : strongest(matcher, codes)
  const accepted = codes.reply === '' ? codes.enhanced.startsWith('2') : codes.reply.startsWith('2')
  if (accepted && (rule < 0 || matcher.program.weights[rule]! < CLEAR))
    return delivered(reply.diagnostic, codes)
  if (rule >= 0) return byWords(matcher, rule, reply.diagnostic, codes)
  return (
    byModel(predict(reply.diagnostic, codes), reply.diagnostic, codes) ??
    byCodes(reply.diagnostic, codes) ??
    (hint === undefined ? unclassified() : byVendor(hint, reply.vendorClass ?? '', codes))
  )
}
