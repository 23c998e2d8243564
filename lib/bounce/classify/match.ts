import { MARK } from './automaton'
import { SAYS, UNLESS, type Program } from './compile'
import { scratch } from './normalise'
import { SEPARATOR } from './symbols'

/** Runs a program over the normalised text in `scratch` and keeps what it met, until the next run. */
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

  constructor(readonly program: Program) {
    const rules = program.told.length
    const slots = program.slotRule.length
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

  /** One pass over the text; afterwards `met` and the spans hold for this text. */
  scan(): void {
    this.run = this.run === 0xffffffff ? 1 : this.run + 1
    if (this.run === 1)
      for (const epochs of [this.saidAt, this.blockedAt, this.groupsAt, this.slotAt]) epochs.fill(0)
    this.count = 0
    const { next } = this.program.automaton
    const { symbols, length } = scratch
    let state = 0
    for (let i = 0; i < length; i++) {
      state = next[(state & -64) + symbols[i]!]!
      if ((state & MARK) !== 0) this.emit(state >> 6, i)
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

  private emit(state: number, at: number): void {
    const { automaton, slotStarts, slots } = this.program
    const { starts, outputs, lengths } = automaton
    const end = starts[state + 1]!
    for (let i = starts[state]!; i < end; i++) {
      const literal = outputs[i]!
      const begin = at - lengths[literal]! + 1
      const first = scratch.symbols[begin] === SEPARATOR ? begin + 1 : begin
      const last = scratch.symbols[at] === SEPARATOR ? at : at + 1
      const slotEnd = slotStarts[literal + 1]!
      for (let j = slotStarts[literal]!; j < slotEnd; j++) this.fill(slots[j]!, first, last)
    }
  }

  private fill(slot: number, first: number, last: number): void {
    const program = this.program
    const previous = program.slotPrevious[slot]!
    let from = first
    if (previous >= 0) {
      const distance = first - this.slotTo[previous]!
      if (this.slotAt[previous] !== this.run || distance < 0 || distance > program.slotGap[slot]!) return
      from = this.slotFrom[previous]!
    }
    if (program.slotKept[slot] === 1) {
      this.slotAt[slot] = this.run
      this.slotFrom[slot] = from
      this.slotTo[slot] = last
      return
    }
    this.conclude(program.slotRule[slot]!, program.slotRole[slot]!, from, last)
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
