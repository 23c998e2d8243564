import { readWords } from './tokens'
import { words } from './word-list'
import { isWide } from './symbols'

/** A run of words; `open` where the last one may go on (`reject*`). */
export interface Phrase {
  words: string[]
  hashes: number[]
  open: boolean
}

export interface Segment {
  phrases: Phrase[]
  /** How many words may stand between the part before and this one. */
  gap: number
}

const SHORT_GAP = 8
const LONG_GAP = 24
/** A sign is less than a word. */
const WIDE_FACTOR = 3
/** Groups next to each other are written out up to this many combinations, and linked as neighbours beyond. */
const WRITE_OUT = 24

/** Writes out `{a|b}` groups: every combination of their alternatives. */
function expand(part: string): string[] {
  const open = part.indexOf('{')
  if (open < 0) return [part]
  const close = part.indexOf('}', open)
  const tails = expand(part.slice(close + 1))
  return part
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => tails.map((tail) => part.slice(0, open) + choice + tail))
}

function phraseOf(text: string): Phrase | null {
  const open = text.endsWith('*')
  const plain = open ? text.slice(0, -1) : text
  readWords(plain)
  if (words.count === 0) return null
  const spans = Array.from({ length: words.count }, (_, i) => plain.slice(words.starts[i], words.ends[i]))
  return { words: spans, hashes: [...words.hashes.subarray(0, words.count)], open }
}

function phrasesOf(part: string): Phrase[] {
  const phrases = new Map<string, Phrase>()
  for (const text of expand(part)) {
    const phrase = phraseOf(text.trim())
    if (phrase !== null) phrases.set(`${phrase.hashes.join()}${phrase.open ? '*' : ''}`, phrase)
  }
  if (phrases.size === 0) throw new Error(`Pattern without a word: "${part}"`)
  return [...phrases.values()]
}

/** Cuts `{a|b} {c|d}` between groups, so that no piece has more combinations than are worth writing out. */
function pieces(part: string): string[] {
  const groups = part.match(/\{[^}]*\}|[^{}]+/g) ?? [part]
  const cut: string[] = []
  let current = ''
  let size = 1
  for (const group of groups) {
    const choices = group.startsWith('{') ? group.split('|').length : 1
    const optional = group.startsWith('{') && /^\{\||\|\}$|\|\|/.test(group)
    const spaced = current.endsWith(' ')
    if (
      spaced &&
      size > 1 &&
      choices > 1 &&
      size * choices > WRITE_OUT &&
      !optional &&
      !endsOptional(current)
    ) {
      cut.push(current)
      current = ''
      size = 1
    }
    current += group
    size *= choices
  }
  return [...cut, current]
}

/** True where the last group before the cut may be empty, so that nothing would be left to stand next to. */
function endsOptional(part: string): boolean {
  return part
    .trim()
    .split(/\}\s*/)
    .every((group) => group === '' || /\{\||\|$|\|\|/.test(group.slice(Math.max(0, group.indexOf('{')))))
}

function gapBefore(phrases: Phrase[], joint: string | undefined): number {
  const wide = isWide(phrases[0]!.words[0]!.charCodeAt(0))
  return (joint === '...' ? LONG_GAP : SHORT_GAP) * (wide ? WIDE_FACTOR : 1)
}

/** Reads a pattern of the rules' little language; throws on one that is malformed or says nothing. */
export function parsePattern(pattern: string): Segment[] {
  if (!/^[^{}]*(?:\{[^{}]*\}[^{}]*)*$/.test(pattern))
    throw new Error(`Pattern with an open brace: ${pattern}`)
  const parts = pattern.split(/ (\.\.\.?) /)
  const segments: Segment[] = []
  for (let i = 0; i < parts.length; i += 2) {
    pieces(parts[i]!).forEach((piece, index) => {
      const phrases = phrasesOf(piece)
      segments.push({ phrases, gap: index > 0 || i === 0 ? 0 : gapBefore(phrases, parts[i - 1]) })
    })
  }
  return segments
}
