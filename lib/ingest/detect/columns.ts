import { ALIASES, HINTS } from '../formats/aliases'
import { squash, type TableFormat } from '../formats/format'
import type { ReadAs } from '../settings'
import { FIELDS, type Field } from '../types'
import { fit, profileOf, type Profile } from './profile'
import type { SampleRecord } from './sample'

/** One column of a table as detection understands it. */
export interface DetectedColumn {
  index: number
  name: string
  /** The first value that is not empty. */
  sample: string
  field: ReadAs
  /** 0 ignored … 1 doubtful … 3 likely … 5 certain. */
  confidence: number
}

/** So many names of times, best first, are taken at their word. */
const SURE_TIMES = 27

interface Guess {
  field: Field
  index: number
  score: number
  confidence: number
}

/** Reads each column of a table as a field: by the format's own names, or by name and content where the format is open. */
export function detectColumns(
  format: TableFormat,
  header: readonly string[],
  records: readonly SampleRecord[],
): DetectedColumn[] {
  const names = header.map(squash)
  const profiles = header.map((_, index) => profileOf(records, index))
  const taken = format.id === 'generic' ? guessed(names, profiles) : exact(format, names)
  return header.map((name, index) => {
    const guess = taken.get(index)
    return {
      index,
      name: name.trim() || `Column ${index + 1}`,
      sample: profiles[index]!.first.slice(0, 100),
      field: guess?.field ?? 'ignore',
      confidence: guess?.confidence ?? 0,
    }
  })
}

function exact(format: TableFormat, names: readonly string[]): Map<number, Guess> {
  const taken = new Map<number, Guess>()
  for (const field of FIELDS) {
    const wanted = format.columns[field] ?? []
    const found = wanted.map((name) => names.indexOf(name)).filter((index) => index >= 0 && !taken.has(index))
    for (const index of field === 'recipientName' ? found : found.slice(0, 1)) {
      taken.set(index, { field, index, score: 0, confidence: 5 })
    }
  }
  return taken
}

function guessed(names: readonly string[], profiles: readonly Profile[]): Map<number, Guess> {
  const guesses = names.flatMap((name, index) =>
    name.startsWith('rebound') ? [] : FIELDS.map((field) => guess(field, index, name, profiles[index]!)),
  )
  const ranked = guesses.filter((one) => one !== null).sort((a, b) => b.score - a.score || a.index - b.index)
  const taken = new Map<number, Guess>()
  const done = new Set<Field>()
  for (const one of ranked) {
    const again = one.field === 'recipientName' && one.confidence >= 4
    if (taken.has(one.index) || (done.has(one.field) && !again)) continue
    taken.set(one.index, one)
    done.add(one.field)
  }
  return taken
}

function guess(field: Field, index: number, name: string, profile: Profile): Guess | null {
  const content = fit(field, profile)
  const rank = ALIASES[field].indexOf(field === 'occurredAt' ? name.replace(/(?:utc|gmt)$/, '') : name)
  if (rank >= 0) {
    // Better refused row by row, with the reason, than passed over in silence.
    const insists = field === 'recipient' || (field === 'occurredAt' && rank < SURE_TIMES)
    if (content < 0) return insists ? { field, index, score: 5 - rank / 100, confidence: 1 } : null
    return { field, index, score: 100 - rank / 10 + content * 30, confidence: content > 0 ? 5 : 4 }
  }
  if (content < 0) return null
  const hint = HINTS.findIndex(([of, pattern]) => of === field && pattern.test(name))
  if (hint >= 0) return { field, index, score: 60 - hint + content * 30, confidence: 3 }
  const score = byContent(field, profile)
  return score > 0 ? { field, index, score, confidence: 2 } : null
}

/** How strongly content alone, under a name that says nothing, speaks for a field: at most 20. */
function byContent(field: Field, profile: Profile): number {
  const { filled, distinct } = profile
  if (filled === 0) return 0
  switch (field) {
    case 'recipient':
      return profile.address >= 0.6 ? 15 + (distinct / filled) * 5 : 0
    case 'sendingAccount':
      return profile.address >= 0.6 && filled > 3 && distinct / filled <= 0.5 ? 12 : 0
    case 'diagnostic':
      return profile.reply >= 0.5 && profile.length > 8 ? 14 : 0
    case 'smtpCode':
      return profile.smtpCode >= 0.8 ? 13 : 0
    case 'enhancedCode':
      return profile.enhancedCode >= 0.8 && profile.length < 9 ? 16 : 0
    case 'occurredAt':
      return profile.date >= 0.8 ? 13 : 0
    default:
      return 0
  }
}
