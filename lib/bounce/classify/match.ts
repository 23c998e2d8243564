import { cellOf } from './automaton'
import { SAYS, UNLESS, type Program } from './compile'
import { numberOf } from './lexicon'
import { BREAK_HASH, words } from './tokens'

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
    const slots = program.slotPrevious.length
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

  /** One pass over the words read from `text`; afterwards `met` and the spans hold for it. */
  scan(text: string): void {
    this.run = this.run === 0xffffffff ? 1 : this.run + 1
    if (this.run === 1)
      for (const epochs of [this.saidAt, this.blockedAt, this.groupsAt, this.slotAt]) epochs.fill(0)
    this.count = 0
    const { lexicon, automaton } = this.program
    const { first, fail, starts } = automaton
    const { hashes, count } = words
    let state = 0
    this.shift = 0
    for (let i = 0; i < count; i++) {
      const word = numberOf(lexicon, hashes[i]!, text, words.starts[i]!, words.ends[i]!)
      if (word === 0) {
        state = 0
        if (hashes[i] === BREAK_HASH) this.shift += BREAK_WIDTH
        continue
      }
      let target = 0
      while (state !== 0 && target === 0) {
        target = this.step(state, word)
        if (target === 0) state = fail[state]!
      }
      state = target !== 0 ? target : first[word]!
      if (starts[state] !== starts[state + 1]) this.emit(state, i)
    }
  }

  private step(state: number, word: number): number {
    const { mask, fromState, byWord, toState } = this.program.automaton
    let cell = cellOf(state, word, mask)
    while (fromState[cell] !== 0) {
      if (fromState[cell] === state && byWord[cell] === word) return toState[cell]!
      cell = (cell + 1) & mask
    }
    return 0
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
    const { automaton, phraseLengths, slotStarts, slots } = this.program
    const { starts, outputs } = automaton
    const end = starts[state + 1]!
    for (let i = starts[state]!; i < end; i++) {
      const phrase = outputs[i]!
      const from = at - phraseLengths[phrase]! + 1
      const slotEnd = slotStarts[phrase + 1]!
      for (let j = slotStarts[phrase]!; j < slotEnd; j++) this.fill(slots[j]!, from, at + 1)
    }
  }

  private fill(slot: number, start: number, to: number): void {
    const { slotPrevious, slotGap, slotKept, endStarts, ends } = this.program
    const previous = slotPrevious[slot]!
    let from = start
    if (previous >= 0) {
      if (this.slotAt[previous] !== this.run) return
      const distance = start + this.shift - this.slotTo[previous]!
      if (distance < 0 || distance > slotGap[slot]!) return
      from = this.slotFrom[previous]!
    }
    if (slotKept[slot] === 1) {
      this.slotAt[slot] = this.run
      this.slotFrom[slot] = from
      this.slotTo[slot] = to + this.shift
    }
    const last = endStarts[slot + 1]!
    for (let i = endStarts[slot]!; i < last; i += 2) this.conclude(ends[i]!, ends[i + 1]!, from, to)
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
