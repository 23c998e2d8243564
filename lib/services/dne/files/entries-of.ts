import { canonicalEntry } from '@/lib/dne/canonical'
import type { EntryOf, ListEntry } from '@/lib/ingest/lists/entries'
import type { ListRecord, RecordProblem } from '@/lib/ingest/lists/types'
import type { StagedEntry } from '@/lib/jobs/lists/stage'

/** What becomes of one record of a list. A record in which one value can't be read is refused whole, to be repaired whole. */
export type RecordFate =
  | { kind: 'entries'; entries: StagedEntry[] }
  | { kind: 'unreadable'; why: string }
  | { kind: 'left_out'; why: string }

const PROBLEMS: Record<RecordProblem, string> = {
  bad_quotes: 'A quote is opened and not closed, or closed too early. Write quotes inside a cell twice ("").',
  field_too_long: 'The line is far too long. Shorten it.',
  too_many_columns: 'The line has too many cells. Put quotes around cells that hold the delimiter.',
  bad_json: 'The line is not one whole JSON object. Repair it or take it out.',
}

/** Why a record can't be read at all. */
export function problemOf(problem: RecordProblem): string {
  return PROBLEMS[problem]
}

interface Reading {
  /** Unix seconds. */
  now: number
  plusTags: boolean
}

/** Reads a record as entries in the list's one canonical form. */
export function entriesOf(record: ListRecord, entryOf: EntryOf, { now, plusTags }: Reading): RecordFate {
  if (!record.ok) return { kind: 'unreadable', why: PROBLEMS[record.problem] }
  const entry = entryOf(record.cells)
  if (entry.facts.length === 0) return { kind: 'left_out', why: 'The row asks for nothing.' }
  if (entry.values.length === 0)
    return { kind: 'unreadable', why: 'There is no address or domain in this row.' }
  if (entry.badUntil !== null)
    return {
      kind: 'unreadable',
      why: `“${entry.badUntil.slice(0, 40)}” is not a time at which the entry could end.`,
    }
  const facts = entry.facts.filter((fact) => fact.until === null || fact.until > now)
  if (facts.length === 0) return { kind: 'left_out', why: 'The entry ended before today.' }
  return ofValues({ ...entry, facts }, record.line, plusTags)
}

function ofValues({ values, scope, facts }: ListEntry, line: number, plusTags: boolean): RecordFate {
  const entries: StagedEntry[] = []
  for (const text of values) {
    const found = canonicalEntry(text, { plusTags })
    if (!found.ok) return { kind: 'unreadable', why: found.why }
    const wide = found.scope === 'domain' && scope === 'subdomains' ? 'subdomains' : found.scope
    for (const { reason, ...fact } of facts) {
      entries.push({
        line,
        value: found.value,
        domain: found.domain,
        scope: wide,
        reason: reason ?? '',
        ...fact,
      })
    }
  }
  return { kind: 'entries', entries }
}
