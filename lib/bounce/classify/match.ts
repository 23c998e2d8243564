import { cellOf, STEP_WIDTH } from './automaton'
import { FILL_GAP, FILL_LENGTH, FILL_PREVIOUS, FILL_WIDTH, SAYS, UNLESS, type Program } from './compile'
import { BREAK_NUMBER } from './word-numbers'

/** No pattern reaches across the beginning of a reply. */
const BREAK_WIDTH = 1000

/** Runs a program over the words that were read last and keeps what it met, until the next run. Spans are in words. */
export class Matcher {
  /** Rules whose words were met, in order of meeting; the first `count` entries hold. */
  readonly met: Int32Array
  count = 0
  private readonly saidAt: Uint32Array
  private readonly blockedAt: Uint32Array
  private readonly groupsAt: Uint32Array
  private readonly groups: Uint32Array
  private readonly from: Uint32Array
  private readonly to: Uint32Array
  private readonly slotAt: Uint32Array
  private readonly slotFrom: Uint32Array
  private readonly slotTo: Uint32Array
  private run = 0
  private shift = 0

  constructor(readonly program: Program) {
    const rules = program.told.length
    const slots = program.slotEnds.length - 1
    this.met = new Int32Array(rules)
    this.saidAt = new Uint32Array(rules)
    this.blockedAt = new Uint32Array(rules)
    this.groupsAt = new Uint32Array(rules)
    this.groups = new Uint32Array(rules)
    this.from = new Uint32Array(rules)
    this.to = new Uint32Array(rules)
    this.slotAt = new Uint32Array(slots)
    this.slotFrom = new Uint32Array(slots)
    this.slotTo = new Uint32Array(slots)
  }

  /** One pass over the first `count` numbers of words; afterwards `met` and the spans hold for them. */
  scan(numbers: Int32Array, count: number): void {
    this.run = this.run === 0xffffffff ? 1 : this.run + 1
    if (this.run === 1)
      for (const epochs of [this.saidAt, this.blockedAt, this.groupsAt, this.slotAt]) epochs.fill(0)
    this.count = 0
    const { fillStarts, automaton } = this.program
    const { first, fail, mask, steps } = automaton
    let state = 0
    this.shift = 0
    for (let i = 0; i < count; i++) {
      const word = numbers[i]!
      if (word <= 0) {
        state = 0
        if (word === BREAK_NUMBER) this.shift += BREAK_WIDTH
        continue
      }
      let target = 0
      while (state !== 0) {
        let cell = cellOf(state, word, mask)
        let at = steps[cell]!
        while (at !== 0 && (at !== state || steps[cell + 1] !== word)) {
          cell = (cell + STEP_WIDTH) & mask
          at = steps[cell]!
        }
        if (at !== 0) {
          target = steps[cell + 2]!
          break
        }
        state = fail[state]!
      }
      state = target !== 0 ? target : first[word]!
      if (fillStarts[state] !== fillStarts[state + 1]) this.emit(state, i)
    }
  }

  /** True where the rule's words stood, nothing forbade it and all it asks for beside them was there. */
  holds(rule: number): boolean {
    if (this.blockedAt[rule] === this.run) return false
    const needs = this.program.needs[rule]!
    return needs === 0 || (this.groupsAt[rule] === this.run && this.groups[rule] === needs)
  }

  startOf(rule: number): number {
    return this.from[rule]!
  }

  endOf(rule: number): number {
    return this.to[rule]!
  }

  /** Fills every slot that ends with the word at `at`, and draws the conclusions of those that end a pattern. */
  private emit(state: number, at: number): void {
    const { fills, fillStarts, slotEnds, ends } = this.program
    const { slotAt, slotFrom, slotTo, run, shift } = this
    const to = at + 1
    const stop = fillStarts[state + 1]!
    for (let i = fillStarts[state]!; i < stop; i += FILL_WIDTH) {
      const previous = fills[i + FILL_PREVIOUS]!
      let from = to - fills[i + FILL_LENGTH]!
      if (previous >= 0) {
        if (slotAt[previous] !== run) continue
        const distance = from + shift - slotTo[previous]!
        if (distance < 0 || distance > fills[i + FILL_GAP]!) continue
        from = slotFrom[previous]!
      }
      const slot = fills[i]!
      slotAt[slot] = run
      slotFrom[slot] = from
      slotTo[slot] = to + shift
      const last = slotEnds[slot + 1]!
      for (let j = slotEnds[slot]!; j < last; j += 2) this.conclude(ends[j]!, ends[j + 1]!, from, to)
    }
  }

  private conclude(rule: number, role: number, from: number, to: number): void {
    if (role === SAYS) {
      if (this.saidAt[rule] === this.run) {
        if (to - from <= this.to[rule]! - this.from[rule]!) return
      } else this.met[this.count++] = rule
      this.saidAt[rule] = this.run
      this.from[rule] = from
      this.to[rule] = to
    } else if (role === UNLESS) this.blockedAt[rule] = this.run
    else {
      if (this.groupsAt[rule] !== this.run) this.groups[rule] = 0
      this.groupsAt[rule] = this.run
      this.groups[rule] = this.groups[rule]! | (1 << role)
    }
  }
}
