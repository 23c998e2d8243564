import { categoryById } from '../categories'
import type { CategoryId } from '../categories'
import type { Guess } from '../model/predict'
import type { Verdict } from '../types'
import type { Reading } from './code-table'
import { readEnhanced, readReply } from './code-table'
import type { Matcher } from './match'
import { words } from './tokens'
import type { Codes } from './reply-codes'

/** A code that agrees with the words may decide between two readings of them, never against clear words. */
const AGREES = 8
const SPAN_SHARE = 2
const LONG_SPAN = 10

function hasPrefix(codes: Codes, prefixes: readonly string[]): boolean {
  for (const prefix of prefixes) {
    if ((prefix.includes('.') ? codes.enhanced : codes.reply).startsWith(prefix)) return true
  }
  return false
}

/** The rule that decides by the words: the strongest that holds, codes and length breaking near ties. -1 where none does. */
export function strongest(matcher: Matcher, codes: Codes): number {
  const { told, weights } = matcher.program
  const reading = readingOf(codes)
  let best = -1
  let bestScore = 0
  for (let i = 0; i < matcher.count; i++) {
    const index = matcher.met[i]!
    if (!matcher.holds(index)) continue
    const { rule, category } = told[index]!
    if (rule.codes !== undefined && !hasPrefix(codes, rule.codes)) continue
    const agrees = category !== null && reading !== undefined && reading.categories.includes(category)
    const span = Math.min(matcher.endOf(index) - matcher.startOf(index), LONG_SPAN)
    const score = weights[index]! + (agrees ? AGREES : 0) + span / SPAN_SHARE
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  }
  return best
}

function isTemporary(codes: Codes): boolean {
  return (codes.reply === '' ? codes.enhanced : codes.reply).startsWith('4')
}

type Evidence = Verdict<CategoryId>['evidence']

function bounce(
  category: CategoryId,
  codes: Codes,
  confidence: number,
  evidence: Evidence,
): Verdict<CategoryId> {
  const { disposition, bounceType } = categoryById(category)
  const told = disposition === 'suppress' && isTemporary(codes) ? 'soft' : bounceType
  return { kind: 'bounce', category, bounceType: told, disposition, confidence, evidence }
}

function notice(kind: Verdict['kind'], confidence: number, evidence: Evidence): Verdict<CategoryId> {
  return { kind, category: null, bounceType: null, disposition: null, confidence, evidence }
}

function confidenceOf(weight: number): number {
  return (
    Math.round((weight >= 50 ? 0.9 + Math.min(weight - 50, 50) * 0.0018 : 0.7 + weight * 0.004) * 1000) / 1000
  )
}

/** The verdict of a rule whose words were met in `text`. */
export function byWords(matcher: Matcher, index: number, text: string, codes: Codes): Verdict<CategoryId> {
  const { rule, kind, category } = matcher.program.told[index]!
  const start = words.starts[matcher.startOf(index)]!
  const end = words.ends[matcher.endOf(index) - 1]!
  const evidence: Evidence = { start, end, text: text.slice(start, end), rule: rule.id, layer: 'words' }
  const confidence = confidenceOf(matcher.program.weights[index]!)
  return category === null
    ? notice(kind, confidence, evidence)
    : bounce(category, codes, confidence, evidence)
}

/** How sure the model must be: most where the address would be suppressed or the bounce not counted. */
const SURE = { suppress: 0.85, notice: 0.75, other: 0.6 }
/** A code that agrees, or says something else. */
const WITH_CODE = { suppress: 0.6, other: 0.4 }

/** The verdict of the model where it is sure enough, or undefined. */
export function byModel(
  guess: Guess | undefined,
  text: string,
  codes: Codes,
): Verdict<CategoryId> | undefined {
  if (guess === undefined || guess.label === 'unclassified') return undefined
  const { label, sure, start, end } = guess
  const confidence = Math.round(sure * 1000) / 1000
  const evidence: Evidence = { start, end, text: text.slice(start, end), rule: 'wording', layer: 'model' }
  if (isNotice(label)) return sure < SURE.notice ? undefined : notice(label, confidence, evidence)
  const asked = categoryById(label).disposition === 'suppress' ? 'suppress' : 'other'
  const agrees = readingOf(codes)?.categories.includes(label) === true
  return sure < (agrees ? WITH_CODE : SURE)[asked] ? undefined : bounce(label, codes, confidence, evidence)
}

function isNotice(
  label: Exclude<Guess['label'], 'unclassified'>,
): label is Exclude<Verdict['kind'], 'bounce'> {
  return NOTICES.has(label)
}

const NOTICES: ReadonlySet<string> = new Set([
  'auto_reply',
  'complaint',
  'challenge_response',
  'echo',
  'delivered',
  'delayed',
])

function readingOf(codes: Codes): Reading | undefined {
  const enhanced = codes.enhanced === '' ? undefined : readEnhanced(codes.enhanced)
  return enhanced ?? (codes.reply === '' ? undefined : readReply(codes.reply))
}

function spanOf(text: string, code: string, layer: Evidence['layer']): Evidence {
  const start = text.indexOf(code)
  return start < 0
    ? { start: 0, end: 0, text: '', rule: code, layer }
    : { start, end: start + code.length, text: code, rule: code, layer }
}

function byReading(
  reading: Reading,
  code: string,
  layer: Evidence['layer'],
  text: string,
  codes: Codes,
): Verdict<CategoryId> {
  const first = reading.categories[0]!
  const waits = isTemporary(codes) && reading.categories.includes('server_unavailable')
  const category = waits && categoryById(first).disposition === 'suppress' ? 'server_unavailable' : first
  return bounce(category, codes, reading.confidence, spanOf(text, code, layer))
}

/** The verdict of the codes where no words decide, or undefined. */
export function byCodes(text: string, codes: Codes): Verdict<CategoryId> | undefined {
  const enhanced = codes.enhanced === '' ? undefined : readEnhanced(codes.enhanced)
  if (enhanced !== undefined) return byReading(enhanced, codes.enhanced, 'enhanced_code', text, codes)
  const reply = codes.reply === '' ? undefined : readReply(codes.reply)
  return reply === undefined ? undefined : byReading(reply, codes.reply, 'reply_code', text, codes)
}

/** The verdict for a code 2yz: the server took the mail. */
export function delivered(text: string, codes: Codes): Verdict<CategoryId> {
  const code = codes.reply === '' ? codes.enhanced : codes.reply
  return notice('delivered', 0.8, spanOf(text, code, codes.reply === '' ? 'enhanced_code' : 'reply_code'))
}

/** The verdict of a provider's own class. */
export function byVendor(
  hint: { kind: Verdict['kind']; category: CategoryId | null },
  vendorClass: string,
  codes: Codes,
): Verdict<CategoryId> {
  const evidence: Evidence = { start: 0, end: 0, text: '', rule: vendorClass, layer: 'vendor_class' }
  return hint.category === null
    ? notice(hint.kind, 0.9, evidence)
    : bounce(hint.category, codes, 0.6, evidence)
}

/** What is said of a reply that nothing could read. */
export function unclassified(): Verdict<CategoryId> {
  const evidence: Evidence = { start: 0, end: 0, text: '', rule: '', layer: 'none' }
  return {
    kind: 'bounce',
    category: 'unclassified',
    bounceType: null,
    disposition: null,
    confidence: 0,
    evidence,
  }
}
