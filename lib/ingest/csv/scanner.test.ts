import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { RecordScanner } from './scanner'

vi.setConfig({ testTimeout: 60_000 })

function scanAll(text: string, delimiter: string): string[][] {
  const scanner = new RecordScanner(delimiter, () => false, 0)
  scanner.load(text, true, 0)
  const records: string[][] = []
  for (let scan = scanner.next(); scan !== 'end'; scan = scanner.next()) {
    if (scan === 'blank') continue
    expect(scan).toBe('record')
    records.push(scanner.cells.slice(0, scanner.count))
  }
  return records
}

const piece = fc.constantFrom(
  'a',
  'b c',
  '"',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  'é',
  '😀',
  "'",
  '5.1.1',
  '\\',
  '=x',
  '',
)
const cell = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(''))
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 8 })
const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  eol: fc.constantFrom('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
  endsWithEol: fc.boolean(),
})

function write(
  rows: string[][],
  {
    delimiter,
    eol,
    quoteAll,
    endsWithEol,
  }: { delimiter: string; eol: string; quoteAll: boolean; endsWithEol: boolean },
): string {
  const quote = (text: string) =>
    quoteAll || /["\r\n]/.test(text) || text.includes(delimiter) || /^\s|\s$/.test(text)
      ? `"${text.replaceAll('"', '""')}"`
      : text
  return rows.map((row) => row.map(quote).join(delimiter)).join(eol) + (endsWithEol ? eol : '')
}

describe('the scanner beside csv-parse', () => {
  it('cuts well-formed tables of every dialect into the same cells', () => {
    fc.assert(
      fc.property(table, dialect, (rows, how) => {
        const text = write(rows, how)
        const theirs: string[][] = parse(text, {
          delimiter: how.delimiter,
          record_delimiter: how.eol,
          relax_column_count: true,
        })
        const filled = theirs.filter((row) => row.some((value) => value.trim() !== ''))
        expect(scanAll(text, how.delimiter)).toEqual(filled)
        expect(filled).toEqual(rows.filter((row) => row.some((value) => value.trim() !== '')))
      }),
      { numRuns: 3000 },
    )
  })

  it('agrees on lines without quotes, of whatever widths', () => {
    const line = fc
      .array(fc.constantFrom('a', '', ' ', 'x y', '1'), { maxLength: 6 })
      .map((cells) => cells.join(','))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const text = lines.join('\n')
        const theirs: string[][] = parse(text, { relax_column_count: true, skip_empty_lines: true })
        expect(scanAll(text, ',')).toEqual(theirs.filter((row) => row.some((value) => value.trim() !== '')))
      }),
      { numRuns: 1000 },
    )
  })
})
