import type { CategoryId } from '../categories'
import type { ReplyKind } from '../types'
import { buildAutomaton, type Automaton } from './automaton'
import { parsePattern } from './pattern'
import type { Rule } from './rule'
import { learnWide, wideCount, WIDE_LIMIT } from './symbols'

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
  automaton: Automaton
  /** Slots of a literal: from slotStarts[literal] in `slots`. A slot is one part of one pattern. */
  slotStarts: Uint32Array
  slots: Uint32Array
  slotPrevious: Int32Array
  slotGap: Uint32Array
  /** 1 where a later part of the pattern builds on this slot. */
  slotKept: Uint8Array
  /** The rule and role that the pattern ends in, or -1 where more parts follow. */
  slotRule: Int32Array
  slotRole: Int32Array
}

interface Slot {
  previous: number
  gap: number
  kept: boolean
  rule: number
  role: number
}

class Builder {
  slots: Slot[] = []
  literals: Uint8Array[] = []
  literalSlots: number[][] = []
  private ids = new Map<string, number>()

  add(pattern: string, rule: number, role: number): void {
    const segments = parsePattern(pattern)
    segments.forEach((segment, index) => {
      const last = index === segments.length - 1
      const previous = index === 0 ? -1 : this.slots.length - 1
      const slot =
        this.slots.push({ previous, gap: segment.gap, kept: !last, rule: last ? rule : -1, role }) - 1
      for (const literal of segment.literals) this.literalSlots[this.idOf(literal)]!.push(slot)
    })
  }

  private idOf(literal: Uint8Array): number {
    const key = literal.join()
    const known = this.ids.get(key)
    if (known !== undefined) return known
    this.ids.set(key, this.literals.length)
    this.literalSlots.push([])
    return this.literals.push(literal) - 1
  }
}

function patternsOf(rule: Rule): { pattern: string; role: number }[] {
  return [
    ...rule.says.map((pattern) => ({ pattern, role: SAYS })),
    ...(rule.unless ?? []).map((pattern) => ({ pattern, role: UNLESS })),
    ...(rule.with ?? []).flatMap((group, role) => group.map((pattern) => ({ pattern, role }))),
  ]
}

/** Compiles a rule base into one matcher. Throws on a malformed pattern, naming the rule. */
export function compile(told: readonly Told[]): Program {
  for (const { rule } of told) {
    for (const { pattern } of patternsOf(rule)) for (const char of pattern) learnWide(char.charCodeAt(0))
  }
  if (wideCount() > WIDE_LIMIT)
    throw new Error(`Patterns use ${wideCount()} wide signs, ${WIDE_LIMIT} are possible`)
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
  const { slots, literalSlots } = builder
  const slotStarts = new Uint32Array(literalSlots.length + 1)
  literalSlots.forEach((list, literal) => (slotStarts[literal + 1] = slotStarts[literal]! + list.length))
  return {
    told,
    weights: Float64Array.from(told, ({ rule }) => rule.weight ?? 60),
    needs: Uint32Array.from(told, ({ rule }) => (1 << (rule.with?.length ?? 0)) - 1),
    automaton: buildAutomaton(builder.literals),
    slotStarts,
    slots: Uint32Array.from(literalSlots.flat()),
    slotPrevious: Int32Array.from(slots, (slot) => slot.previous),
    slotGap: Uint32Array.from(slots, (slot) => slot.gap),
    slotKept: Uint8Array.from(slots, (slot) => (slot.kept ? 1 : 0)),
    slotRule: Int32Array.from(slots, (slot) => slot.rule),
    slotRole: Int32Array.from(slots, (slot) => slot.role),
  }
}
