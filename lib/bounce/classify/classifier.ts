import type { CategoryId } from '../categories'
import { predict } from '../model/predict'
import type { Reply, Verdict } from '../types'
import type { Program } from './compile'
import {
  byCodes,
  byModel,
  byVendor,
  byWords,
  delivered,
  overWeakWords,
  strongest,
  UNCLASSIFIED,
  type Finding,
} from './decide'
import { Matcher } from './match'
import { Memory } from './memory'
import { findCodes, told, toldCodes, type Codes } from './reply-codes'
import { readWords } from './tokens'
import { words } from './word-list'
import { readVendorClass } from './vendor'
import { WordNumbers } from './word-numbers'

/** Words that outweigh a code 2yz. */
const CLEAR = 70

/** Every word counts here by its two hashes. */
const READ = { size: 1 << 13, width: 128, room: 1 << 18 }
/** And here only those that rules use, by their numbers. */
const RULED = { size: 1 << 13, width: 96, room: 1 << 18 }

/**
 * Recognises replies by a compiled rule base and, where no rule speaks clearly, by the model and the codes. What was found is remembered
 * by what it was found from (the words and the codes; for the rules only the words they use), never by the text: the same reply to
 * another address is looked up, and gets exactly what deciding it anew would give.
 */
export class Classifier {
  private readonly matcher: Matcher
  private readonly wordNumbers: WordNumbers
  private readonly read: Memory<Finding> | null
  /** Null: no rule decides. */
  private readonly ruled: Memory<Finding | null> | null
  private readonly pairs = new Int32Array(READ.width)

  constructor(program: Program, options: { remembers: boolean }) {
    this.matcher = new Matcher(program)
    this.wordNumbers = new WordNumbers(program.lexicon)
    this.read = options.remembers ? new Memory(READ.size, READ.width, READ.room) : null
    this.ruled = options.remembers ? new Memory(RULED.size, RULED.width, RULED.room) : null
  }

  /** What is found of a reply; its words are in `words` until the next call. */
  find(reply: Reply): Finding {
    const hint = reply.vendorClass ? readVendorClass(reply.vendorClass) : undefined
    readWords(reply.diagnostic)
    findCodes(reply)
    if (hint !== undefined && hint.kind !== 'bounce')
      return byVendor(hint, reply.vendorClass ?? '', toldCodes())
    const found = this.byText(reply.diagnostic)
    return found === UNCLASSIFIED && hint !== undefined
      ? byVendor(hint, reply.vendorClass ?? '', toldCodes())
      : found
  }

  classify(reply: Reply): Verdict<CategoryId> {
    return verdictOf(this.find(reply), reply.diagnostic)
  }

  private byText(text: string): Finding {
    const count = words.count * 2
    if (this.read === null || count > READ.width) return this.decide(text)
    const key = this.pairUp(text)
    const before = this.read.find(key, this.pairs, count, told.reply, told.enhanced)
    if (before !== undefined) return before
    const found = this.decide(text)
    this.read.keep(key, this.pairs, count, told.reply, told.enhanced, found)
    return found
  }

  /** Fills `pairs` with what tells the words apart and gives a hash of it. Words with digits vary, and count by their numbers. */
  private pairUp(text: string): number {
    const { pairs } = this
    const { hashes, checks, coded, count } = words
    let key = count
    for (let i = 0; i < count; i++) {
      const plain = coded[i] === 0
      const first = plain ? hashes[i]! : this.wordNumbers.of(i, text)
      pairs[i * 2] = first
      pairs[i * 2 + 1] = plain ? checks[i]! : 0
      key = (Math.imul(key, 0x9e3779b1) + first) | 0
    }
    return key
  }

  private decide(text: string): Finding {
    const codes = toldCodes()
    const ruled = this.byRules(text, codes)
    return ruled === null || ruled.weak ? judge(text, codes, ruled) : ruled
  }

  private byRules(text: string, codes: Codes): Finding | null {
    const key = this.wordNumbers.read(text)
    const { numbers } = this.wordNumbers
    const before = this.ruled?.find(key, numbers, words.count, told.reply, told.enhanced)
    if (before !== undefined) return before
    const found = this.match(numbers, codes)
    this.ruled?.keep(key, numbers, words.count, told.reply, told.enhanced, found)
    return found
  }

  private match(numbers: Int32Array, codes: Codes): Finding | null {
    const { matcher } = this
    matcher.scan(numbers, words.count)
    const rule = matcher.count === 0 ? -1 : strongest(matcher, codes)
    const accepted = codes.reply === '' ? codes.enhanced.startsWith('2') : codes.reply.startsWith('2')
    if (accepted && (rule < 0 || matcher.program.weights[rule]! < CLEAR)) return delivered(codes)
    return rule < 0 ? null : byWords(matcher, rule, codes)
  }
}

function judge(text: string, codes: Codes, ruled: Finding | null): Finding {
  const guess = predict(text, codes, ruled?.category ?? null)
  if (ruled !== null) return overWeakWords(guess, codes) ?? ruled
  return byModel(guess, codes) ?? byCodes(codes) ?? UNCLASSIFIED
}

function verdictOf(found: Finding, text: string): Verdict<CategoryId> {
  const { kind, category, bounceType, disposition, confidence, layer, rule } = found
  let start = 0
  let end = 0
  if (layer === 'words' || layer === 'model') {
    start = words.starts[found.first]!
    end = words.ends[found.last]!
  } else if (layer === 'enhanced_code' || layer === 'reply_code') {
    start = Math.max(0, text.indexOf(rule))
    end = text.startsWith(rule, start) ? start + rule.length : 0
  }
  const evidence = { start, end, text: text.slice(start, end), rule, layer }
  return { kind, category, bounceType, disposition, confidence, evidence }
}
