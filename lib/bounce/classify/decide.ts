import { categoryById } from '../categories'
import type { CategoryId } from '../categories'
import { clearest, type Guess } from '../model/predict'
import type { Layer, Verdict } from '../types'
import type { Reading } from './code-table'
import { readEnhanced, readReply } from './code-table'
import type { Matcher } from './match'
import { isTemporaryCode } from '../type-under'
import type { Codes } from './reply-codes'

/** What is found of a reply, without the place in its text: `first` to `last` are the words that decided. */
export interface Finding extends Omit<Verdict<CategoryId>, 'evidence'> {
  layer: Layer
  /** The deciding rule's id, or the code. */
  rule: string
  first: number
  last: number
  /** The words prove so little that a model which is nearly sure outweighs them. */
  weak: boolean
}

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
    const { rule, kind, category } = told[index]!
    if (NEVER_FAILED.has(kind) && isFailure(codes)) continue
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

/** What no server says in refusing a mail. */
const NEVER_FAILED: ReadonlySet<Verdict['kind']> = new Set(['delivered', 'complaint'])

function isFailure(codes: Codes): boolean {
  const told = codes.reply === '' ? codes.enhanced : codes.reply
  return told.startsWith('4') || told.startsWith('5')
}

function isTemporary(codes: Codes): boolean {
  return isTemporaryCode(codes.reply === '' ? codes.enhanced : codes.reply)
}

/** Who decided: a layer, its rule or code, and the words where it read so. */
interface Deciding {
  layer: Layer
  rule: string
  first?: number
  last?: number
  weak?: boolean
}

function finding(
  kind: Verdict['kind'],
  category: CategoryId | null,
  bounceType: Finding['bounceType'],
  disposition: Finding['disposition'],
  confidence: number,
  { layer, rule, first = 0, last = 0, weak = false }: Deciding,
): Finding {
  return { kind, category, bounceType, disposition, confidence, layer, rule, first, last, weak }
}

function bounce(category: CategoryId, codes: Codes, confidence: number, by: Deciding): Finding {
  const { disposition, bounceType } = categoryById(category)
  const told = disposition === 'suppress' && isTemporary(codes) ? 'soft' : bounceType
  return finding('bounce', category, told, disposition, confidence, by)
}

function notice(kind: Verdict['kind'], confidence: number, by: Deciding): Finding {
  return finding(kind, null, null, null, confidence, by)
}

const WEAK = 72

function confidenceOf(weight: number): number {
  return (
    Math.round((weight >= 50 ? 0.9 + Math.min(weight - 50, 50) * 0.0018 : 0.7 + weight * 0.004) * 1000) / 1000
  )
}

/** The finding of a rule whose words were met. */
export function byWords(matcher: Matcher, index: number, codes: Codes): Finding {
  const { rule, kind, category } = matcher.program.told[index]!
  const weight = matcher.program.weights[index]!
  const confidence = confidenceOf(weight)
  const by: Deciding = {
    layer: 'words',
    rule: rule.id,
    first: matcher.startOf(index),
    last: matcher.endOf(index) - 1,
    weak: weight <= WEAK,
  }
  return category === null ? notice(kind, confidence, by) : bounce(category, codes, confidence, by)
}

/** How sure the model must be: most where the address would be suppressed or the bounce not counted. */
const SURE = { suppress: 0.8, notice: 0.75, other: 0.45 }
/** Where a code agrees. */
const WITH_CODE = { suppress: 0.6, other: 0.4 }
/** A reply 5yz means that something is wrong for good. */
const PERMANENT = { suppress: 0.65, other: 0.45 }

/** The finding of the model where it is sure enough, or undefined. */
export function byModel(guess: Guess | undefined, codes: Codes): Finding | undefined {
  if (guess === undefined || guess.label === 'unclassified') return undefined
  const { label, sure } = guess
  const confidence = Math.round(sure * 1000) / 1000
  if (isNotice(label)) return sure < SURE.notice ? undefined : notice(label, confidence, byWording(label))
  const asked = categoryById(label).disposition === 'suppress' ? 'suppress' : 'other'
  const agrees = readingOf(codes)?.categories.includes(label) === true
  const least = agrees ? WITH_CODE : codes.reply.startsWith('5') ? PERMANENT : SURE
  return sure < least[asked] ? undefined : bounce(label, codes, confidence, byWording(label))
}

function byWording(label: Guess['label']): Deciding {
  return { layer: 'model', rule: 'wording', ...clearest(label) }
}

const NEARLY_CERTAIN = 0.95

/**
 * The finding of the model where it outweighs weak words, or undefined. It never makes a bounce no bounce; and of a server that is
 * not available it is too easily sure, as every kind of refusal asks to try again later.
 */
export function overWeakWords(guess: Guess | undefined, codes: Codes): Finding | undefined {
  if (guess === undefined || guess.sure < NEARLY_CERTAIN) return undefined
  const other = byModel(guess, codes)
  return other?.category === null || other?.category === 'server_unavailable' ? undefined : other
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

function byReading(reading: Reading, by: Deciding, codes: Codes): Finding {
  const first = reading.categories[0]!
  const waits = isTemporary(codes) && reading.categories.includes('server_unavailable')
  const category = waits && categoryById(first).disposition === 'suppress' ? 'server_unavailable' : first
  return bounce(category, codes, reading.confidence, by)
}

/** The finding of the codes where no words decide, or undefined. */
export function byCodes(codes: Codes): Finding | undefined {
  const enhanced = codes.enhanced === '' ? undefined : readEnhanced(codes.enhanced)
  if (enhanced !== undefined)
    return byReading(enhanced, { layer: 'enhanced_code', rule: codes.enhanced }, codes)
  const reply = codes.reply === '' ? undefined : readReply(codes.reply)
  return reply === undefined ? undefined : byReading(reply, { layer: 'reply_code', rule: codes.reply }, codes)
}

/** The finding for a code 2yz: the server took the mail. */
export function delivered(codes: Codes): Finding {
  return codes.reply === ''
    ? notice('delivered', 0.8, { layer: 'enhanced_code', rule: codes.enhanced })
    : notice('delivered', 0.8, { layer: 'reply_code', rule: codes.reply })
}

/** The finding of a provider's own class. */
export function byVendor(
  hint: { kind: Verdict['kind']; category: CategoryId | null },
  vendorClass: string,
  codes: Codes,
): Finding {
  const by: Deciding = { layer: 'vendor_class', rule: vendorClass }
  return hint.category === null ? notice(hint.kind, 0.9, by) : bounce(hint.category, codes, 0.6, by)
}

/** What is found of a reply that nothing could read. */
export const UNCLASSIFIED: Finding = {
  kind: 'bounce',
  category: 'unclassified',
  bounceType: null,
  disposition: null,
  confidence: 0,
  layer: 'none',
  rule: '',
  first: 0,
  last: 0,
  weak: false,
}
