import { CATEGORY_IDS, type CategoryId } from './categories'
import { RULES } from './categories/rules'
import { readEnhanced, readReply } from './classify/code-table'
import { firstCodes } from './codes'
import type { Reply } from './types'

const MOST = 2
/** The share of a reply's weight that words of a rule must have to count as near it. */
const NEAR = 0.45
/** Words that say nothing of a cause. */
const EMPTY = new Set(
  'the and for this that with your you from has have was were are not been can could please our will any all smtp mail email message server error'.split(
    ' ',
  ),
)

interface Known {
  category: CategoryId
  words: ReadonlySet<string>
}

let known: Known[] | undefined
const weights = new Map<string, number>()

function wordsOf(text: string): Set<string> {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const cut = plain.replace(/\{[a-z]+\}|\S+@\S+|https?:\/\/\S+/g, ' ')
  return new Set((cut.match(/\p{L}{3,}/gu) ?? []).filter((word) => !EMPTY.has(word)))
}

/** Every rule by the words of its example; a word counts the more, the fewer causes have it. */
function knownWords(): Known[] {
  if (known) return known
  known = CATEGORY_IDS.flatMap((category) =>
    RULES[category].map((rule) => ({ category, words: wordsOf(rule.example) })),
  )
  const causes = new Map<string, Set<CategoryId>>()
  for (const { category, words } of known) {
    for (const word of words) causes.set(word, (causes.get(word) ?? new Set()).add(category))
  }
  for (const [word, having] of causes) weights.set(word, Math.log((CATEGORY_IDS.length + 1) / having.size))
  return known
}

/** A word no rule knows still counts against nearness. */
const UNKNOWN_WEIGHT = 1

function weigh(words: Iterable<string>): number {
  let sum = 0
  for (const word of words) sum += weights.get(word) ?? UNKNOWN_WEIGHT
  return sum
}

/** Categories whose rules share most words with the reply, nearest first. */
function byNearness(text: string): CategoryId[] {
  const rules = knownWords()
  const words = wordsOf(text)
  if (words.size === 0) return []
  const all = weigh(words)
  const best = new Map<CategoryId, number>()
  for (const rule of rules) {
    const shared = [...words].filter((word) => rule.words.has(word))
    if (shared.length === 0) continue
    const share = (2 * weigh(shared)) / (all + weigh(rule.words))
    if (share >= NEAR && share > (best.get(rule.category) ?? 0)) best.set(rule.category, share)
  }
  return [...best].toSorted((a, b) => b[1] - a[1]).map(([category]) => category)
}

function byCodes(reply: Reply): readonly CategoryId[] {
  const told = firstCodes(reply.diagnostic)
  const enhanced = reply.enhancedCode || told.enhanced
  const code = reply.smtpCode || told.reply
  const read = (enhanced && readEnhanced(enhanced)) || (code && readReply(code)) || undefined
  return read ? read.categories : []
}

/**
 * The two likeliest causes of a reply that recognition leaves open: that of the rule nearest by its words, then those its codes are
 * used for. Only where something speaks for them, so often fewer than two.
 */
export function guess(reply: Reply): CategoryId[] {
  return [
    ...new Set([
      ...byNearness(reply.diagnostic).slice(0, 1),
      ...byCodes(reply),
      ...byNearness(reply.diagnostic),
    ]),
  ].slice(0, MOST)
}
