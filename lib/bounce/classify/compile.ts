import type { CategoryId } from '../categories'
import type { ReplyKind } from '../types'
import { buildAutomaton, type Automaton } from './automaton'
import { LexiconBuilder, type Lexicon } from './lexicon'
import { parsePattern, type Phrase } from './pattern'
import type { Rule } from './rule'

/** A rule together with what it tells: a category, or a notice that is not a bounce. */
export interface Told {
  rule: Rule
  kind: ReplyKind
  category: CategoryId | null
}

/** Roles of a pattern in its rule; 0 and above: the group of `with` it belongs to. */
export const SAYS = -1
export const UNLESS = -2

export interface Program {
  told: readonly Told[]
  weights: Float64Array
  /** For each rule, the mask of `with` groups that must be met. */
  needs: Uint32Array
  lexicon: Lexicon
  automaton: Automaton
  /** What to fill at each state of the automaton, from fillStarts[state]: slot, words of the phrase, previous slot, gap. */
  fillStarts: Int32Array
  fills: Int32Array
  /** What a filled slot concludes, from slotEnds[slot]: pairs of rule and role. A slot is one part of a pattern, shared by patterns that begin alike. */
  slotEnds: Int32Array
  ends: Int32Array
}

export const FILL_WIDTH = 4
export const FILL_LENGTH = 1
export const FILL_PREVIOUS = 2
export const FILL_GAP = 3

interface Slot {
  previous: number
  gap: number
  ends: { rule: number; role: number }[]
}

class Builder {
  readonly slots: Slot[] = []
  readonly phrases: Phrase[] = []
  readonly phraseSlots: number[][] = []
  private readonly phraseIds = new Map<string, number>()
  private readonly slotIds = new Map<string, number>()

  add(pattern: string, rule: number, role: number): void {
    let previous = -1
    for (const segment of parsePattern(pattern)) {
      previous = this.slotFor(
        previous,
        segment.gap,
        segment.phrases.map((phrase) => this.idOf(phrase)),
      )
    }
    this.slots[previous]!.ends.push({ rule, role })
  }

  private slotFor(previous: number, gap: number, phrases: number[]): number {
    const key = `${previous}/${gap}/${phrases.join()}`
    const known = this.slotIds.get(key)
    if (known !== undefined) return known
    const slot = this.slots.push({ previous, gap, ends: [] }) - 1
    this.slotIds.set(key, slot)
    for (const phrase of phrases) this.phraseSlots[phrase]!.push(slot)
    return slot
  }

  private idOf(phrase: Phrase): number {
    const key = `${phrase.hashes.join()}${phrase.open ? '*' : ''}`
    const known = this.phraseIds.get(key)
    if (known !== undefined) return known
    this.phraseIds.set(key, this.phrases.length)
    this.phraseSlots.push([])
    return this.phrases.push(phrase) - 1
  }
}

function patternsOf(rule: Rule): { pattern: string; role: number }[] {
  return [
    ...rule.says.map((pattern) => ({ pattern, role: SAYS })),
    ...(rule.unless ?? []).map((pattern) => ({ pattern, role: UNLESS })),
    ...(rule.with ?? []).flatMap((group, role) => group.map((pattern) => ({ pattern, role }))),
  ]
}

function collect(told: readonly Told[]): Builder {
  const builder = new Builder()
  told.forEach(({ rule }, index) => {
    try {
      for (const { pattern, role } of patternsOf(rule)) builder.add(pattern, index, role)
    } catch (error) {
      throw new Error(`Rule ${rule.id}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
  })
  return builder
}

function buildMatching(phrases: readonly Phrase[]): { lexicon: Lexicon; automaton: Automaton } {
  const words = new LexiconBuilder()
  const opens = new Map<number, string>()
  for (const phrase of phrases) {
    words.learn(phrase)
    if (phrase.open) opens.set(phrase.hashes.at(-1)!, phrase.words.at(-1)!)
  }
  const { lexicon, goingOn } = words.build(opens)
  const variants = phrases.map((phrase) => {
    const fixed = (phrase.open ? phrase.hashes.slice(0, -1) : phrase.hashes).map((hash) =>
      words.numberOf(hash),
    )
    return phrase.open ? goingOn.get(phrase.hashes.at(-1)!)!.map((number) => [...fixed, number]) : [fixed]
  })
  return { lexicon, automaton: buildAutomaton(variants, lexicon.size) }
}

function startsOf(lists: readonly (readonly unknown[])[]): Int32Array {
  const starts = new Int32Array(lists.length + 1)
  lists.forEach((list, index) => (starts[index + 1] = starts[index]! + list.length))
  return starts
}

/** Compiles a rule base into one matcher. Throws on a malformed pattern, naming the rule. */
export function compile(told: readonly Told[]): Program {
  const { slots, phrases, phraseSlots } = collect(told)
  const matching = buildMatching(phrases)
  // The later part of a pattern first: an earlier part that ends with the same word must not take its place.
  const fills = matching.automaton.outputs.map((ending) =>
    ending
      .flatMap((phrase) => phraseSlots[phrase]!.map((slot) => ({ slot, phrase })))
      .toSorted((a, b) => b.slot - a.slot)
      .flatMap(({ slot, phrase }) => [
        slot,
        phrases[phrase]!.hashes.length,
        slots[slot]!.previous,
        slots[slot]!.gap,
      ]),
  )
  const ends = slots.map((slot) => slot.ends.flatMap(({ rule, role }) => [rule, role]))
  return {
    told,
    weights: Float64Array.from(told, ({ rule }) => rule.weight ?? 60),
    needs: Uint32Array.from(told, ({ rule }) => (1 << (rule.with?.length ?? 0)) - 1),
    ...matching,
    fillStarts: startsOf(fills),
    fills: Int32Array.from(fills.flat()),
    slotEnds: startsOf(ends),
    ends: Int32Array.from(ends.flat()),
  }
}
