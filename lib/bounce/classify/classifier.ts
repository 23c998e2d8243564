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
import { codesBeside, type Codes } from './reply-codes'
import { readWords } from './tokens'
import { words } from './word-list'
import { readVendorClass } from './vendor'
import { WordNumbers } from './word-numbers'

/** Words that outweigh a code 2yz. */
const CLEAR = 70

const RULED = { size: 1 << 15, width: 48 }
/** Here every word that the model reads counts by its two hashes. */
const JUDGED = { size: 1 << 12, width: 96 }

/**
 * Recognises replies by a compiled rule base and, where no rule speaks, by the model and the codes. What was found is remembered by
 * what it was found from (the rules' words in their order and the codes; for the model all words), never by the text: the same
 * reply to another address is looked up, and gets exactly what deciding it anew would give.
 */
export class Classifier {
  private readonly matcher: Matcher
  private readonly wordNumbers: WordNumbers
  /** Null: no rule decides. */
  private readonly ruled: Memory<Finding | null> | null
  private readonly judged: Memory<Finding> | null
  private readonly pairs = new Int32Array(JUDGED.width)

  constructor(program: Program, options: { remembers: boolean }) {
    this.matcher = new Matcher(program)
    this.wordNumbers = new WordNumbers(program.lexicon)
    this.ruled = options.remembers ? new Memory(RULED.size, RULED.width) : null
    this.judged = options.remembers ? new Memory(JUDGED.size, JUDGED.width) : null
  }

  /** What is found of a reply; its words are in `words` until the next call. */
  find(reply: Reply): Finding {
    const hint = reply.vendorClass ? readVendorClass(reply.vendorClass) : undefined
    readWords(reply.diagnostic)
    const codes = codesBeside(reply)
    if (hint !== undefined && hint.kind !== 'bounce') return byVendor(hint, reply.vendorClass ?? '', codes)
    const ruled = this.byRules(reply.diagnostic, codes)
    const found = ruled === null || ruled.weak ? this.byJudgement(reply.diagnostic, codes, ruled) : ruled
    return found === UNCLASSIFIED && hint !== undefined
      ? byVendor(hint, reply.vendorClass ?? '', codes)
      : found
  }

  classify(reply: Reply): Verdict<CategoryId> {
    return verdictOf(this.find(reply), reply.diagnostic)
  }

  private byRules(text: string, codes: Codes): Finding | null {
    const key = this.wordNumbers.read(text)
    const { numbers } = this.wordNumbers
    const before = this.ruled?.find(key, numbers, words.count, codes)
    if (before !== undefined) return before
    const found = this.decide(numbers, codes)
    this.ruled?.keep(key, numbers, words.count, codes, found)
    return found
  }

  private decide(numbers: Int32Array, codes: Codes): Finding | null {
    const { matcher } = this
    matcher.scan(numbers, words.count)
    const rule = matcher.count === 0 ? -1 : strongest(matcher, codes)
    const accepted = codes.reply === '' ? codes.enhanced.startsWith('2') : codes.reply.startsWith('2')
    if (accepted && (rule < 0 || matcher.program.weights[rule]! < CLEAR)) return delivered(codes)
    return rule < 0 ? null : byWords(matcher, rule, codes)
  }

  private byJudgement(text: string, codes: Codes, ruled: Finding | null): Finding {
    const count = words.count * 2
    if (this.judged === null || count > JUDGED.width) return judge(text, codes, ruled)
    const { pairs } = this
    const { numbers } = this.wordNumbers
    let key = count
    for (let i = 0; i < words.count; i++) {
      const read = words.coded[i] === 0
      pairs[i * 2] = read ? words.hashes[i]! : numbers[i]!
      pairs[i * 2 + 1] = read ? words.checks[i]! : 0
      key = (Math.imul(key, 0x9e3779b1) + pairs[i * 2]!) | 0
    }
    const before = this.judged.find(key, pairs, count, codes)
    if (before !== undefined) return before
    const found = judge(text, codes, ruled)
    this.judged.keep(key, pairs, count, codes, found)
    return found
  }
}

function judge(text: string, codes: Codes, ruled: Finding | null): Finding {
  const guess = predict(text, codes)
  if (ruled !== null) return overWeakWords(ruled, guess, codes) ?? ruled
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
