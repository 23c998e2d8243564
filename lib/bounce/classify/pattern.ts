import { normalise, scratch } from './normalise'
import { DOT, SEPARATOR } from './symbols'

export interface Segment {
  /** The alternatives as symbols, with a separator where a word must begin or end. */
  literals: Uint8Array[]
  /** How many symbols may stand between the part before and this one. */
  gap: number
}

const SHORT_GAP = 45
const LONG_GAP = 160

/** Writes out `{a|b}` groups: every combination of their alternatives. */
function expand(part: string): string[] {
  const open = part.indexOf('{')
  if (open < 0) return [part]
  const close = part.indexOf('}', open)
  if (close < 0) throw new Error(`Pattern with an open brace: ${part}`)
  const tails = expand(part.slice(close + 1))
  return part
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => tails.map((tail) => part.slice(0, open) + choice + tail))
}

/** The symbols of some words, or null where only silent words stand. */
function literalOf(words: string): Uint8Array | null {
  const open = words.endsWith('*')
  normalise(open ? words.slice(0, -1) : words)
  const symbols = scratch.symbols.slice(0, scratch.length)
  if (symbols.length < 3) return null
  const start = symbols[1]! > DOT ? 1 : 0
  const cut = open && symbols[symbols.length - 1] === SEPARATOR ? symbols.length - 1 : symbols.length
  return symbols.slice(start, cut)
}

function literalsOf(part: string): Uint8Array[] {
  const literals = new Map<string, Uint8Array>()
  for (const words of expand(part)) {
    const literal = literalOf(words.trim())
    if (literal !== null) literals.set(literal.join(), literal)
  }
  if (literals.size === 0) throw new Error(`Pattern without a word: "${part}"`)
  return [...literals.values()]
}

/** Reads a pattern of the rules' little language; throws on one that is malformed or says nothing. */
export function parsePattern(pattern: string): Segment[] {
  const parts = pattern.split(/ (\.\.\.?) /)
  const segments: Segment[] = []
  for (let i = 0; i < parts.length; i += 2) {
    const gap = i === 0 ? 0 : parts[i - 1] === '...' ? LONG_GAP : SHORT_GAP
    segments.push({ literals: literalsOf(parts[i]!), gap })
  }
  return segments
}
