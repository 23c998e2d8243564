import { RecordScanner } from '../csv/scanner'
import { MAX_COLUMNS } from '../limits'
import type { Delimiter } from '../types'

/** A record of the file's beginning with the physical line (0-based) at which it starts. */
export interface SampleRecord {
  line: number
  cells: string[]
}

export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|']
const MAX_SAMPLE = 300

/** The first records of a text under a delimiter; the last one only if the text is the whole file. */
export function sampleRecords(
  text: string,
  delimiter: Delimiter,
  whole: boolean,
  limit = MAX_SAMPLE,
): SampleRecord[] {
  const scanner = new RecordScanner(delimiter, (line) => line.includes('@'), 0)
  scanner.load(text, whole, text.charCodeAt(0) === 0xfeff ? 1 : 0)
  const records: SampleRecord[] = []
  let line = 0
  while (records.length < limit) {
    const scan = scanner.next()
    if (scan === 'more' || scan === 'end' || scan === 'too_long') break
    if (scan === 'too_many_columns') return [{ line, cells: Array<string>(MAX_COLUMNS + 1).fill('') }]
    if (scan === 'record') records.push({ line, cells: scanner.cells.slice(0, scanner.count) })
    line += scanner.lines
  }
  return records
}

/** The delimiter that an Excel `sep=;` line declares; null where the file has none. */
export function declaredDelimiter(text: string): Delimiter | null {
  const mark = /^\ufeff?"?sep=([,;\t|])"?[^\S\r\n]*(?:\r|\n|$)/i.exec(text.slice(0, 40))?.[1]
  return DELIMITERS.find((delimiter) => delimiter === mark) ?? null
}

/** How many columns most records have. */
export function usualWidth(records: readonly SampleRecord[]): number {
  const widths = new Map<number, number>()
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  let best = 1
  for (const [width, count] of widths) {
    const most = widths.get(best) ?? 0
    if (count > most || (count === most && width > best)) best = width
  }
  return best
}
