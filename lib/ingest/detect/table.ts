import { FORMATS, formatById } from '../formats'
import { squash, type TableFormat } from '../formats/format'
import { MAX_COLUMNS } from '../limits'
import type { ReaderSettings } from '../settings'
import { detectColumns } from './columns'
import type { Found, NotFound } from './found'
import { bestTable, type Table } from './header'
import { refuseTable } from './refuse'
import { declaredDelimiter, usualWidth } from './sample'

type Corrected = Partial<Pick<ReaderSettings, 'format' | 'delimiter' | 'headerLine'>>

const refused = (code: NotFound['code'], message: string): NotFound => ({ ok: false, code, message })

/** Reads the text as a table: delimiter, header, format, columns. */
export function readTable(
  text: string,
  whole: boolean,
  base: ReaderSettings,
  corrected: Corrected,
): Found | NotFound {
  const declared = declaredDelimiter(text)
  const table = bestTable(text, whole, corrected.delimiter ?? declared)
  if (declared && table.records[0]?.line === 0) {
    table.records.shift()
    table.header--
  }
  if (corrected.headerLine !== undefined) {
    table.header = table.records.findIndex((record) => record.line === corrected.headerLine)
  }
  return columnsOfTable(table, base, corrected, declared !== null, whole)
}

function columnsOfTable(
  table: Table,
  base: ReaderSettings,
  corrected: Corrected,
  declared: boolean,
  whole: boolean,
): Found | NotFound {
  const { records, delimiter } = table
  if (records.length === 0 || records.some(({ cells }) => cells.length > MAX_COLUMNS))
    return unreadable(records.length)
  const headed = table.header >= 0
  const rows = headed ? records.slice(table.header + 1) : records
  const header = headed ? records[table.header]!.cells : inventedHeader(usualWidth(records))
  const refusal = corrected.format ? null : refuseTable(headed ? header : null, rows)
  if (refusal) return { ok: false, ...refusal }
  if (headed && rows.length === 0 && whole) {
    return refused(
      'header_only',
      'This file has a header and no rows. Export it again with its rows and upload that.',
    )
  }
  const format = formatOf(header, headed, corrected)
  const columns = detectColumns(format, header, rows)
  if (!columns.some((column) => column.field === 'recipient')) {
    const hasAddress = rows.some(({ cells }) => cells.some((cell) => cell.includes('@')))
    if (!hasAddress)
      return refused(
        'no_addresses',
        'No column of this file holds e-mail addresses. Upload a file that lists each bounced address.',
      )
  }
  const headerLine = headed ? records[table.header]!.line : null
  return {
    ok: true,
    columns,
    notes: notesOf(headerLine, declared),
    settings: {
      ...base,
      format: format.id,
      delimiter,
      headerLine,
      header: header.map((name) => name.slice(0, 1000)),
      mapping: Object.fromEntries(columns.map((column) => [String(column.index), column.field])),
      timeZone: format.utc || columns.some(saysUtc) ? 'UTC' : base.timeZone,
    },
  }
}

/** `Bounced at (UTC)`: the header answers the question of the zone. */
export function saysUtc(column: { field: string; name: string }): boolean {
  return column.field === 'occurredAt' && /(?:utc|gmt)$/.test(squash(column.name))
}

function unreadable(records: number): NotFound {
  if (records === 0)
    return refused(
      'too_many_columns',
      'The first line of this file is too long to be a table. Upload a CSV with one bounce a line.',
    )
  return refused(
    'too_many_columns',
    `This file has more than ${MAX_COLUMNS} columns. Remove those you do not need and upload it again.`,
  )
}

function formatOf(header: readonly string[], headed: boolean, corrected: Corrected): TableFormat {
  const generic = formatById('generic') as TableFormat
  const wanted = corrected.format && formatById(corrected.format)
  if (wanted) return wanted.kind === 'table' ? wanted : generic
  if (!headed) return generic
  const names = new Set(header.map(squash))
  const scored = FORMATS.filter((format) => format.kind === 'table').map((format) => ({
    format,
    score: format.match(names),
  }))
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).format
}

function inventedHeader(width: number): string[] {
  return Array.from({ length: width }, (_, i) => `Column ${i + 1}`)
}

function notesOf(headerLine: number | null, declared: boolean): string[] {
  if (headerLine === null) return ['This file has no header, so its columns are guessed by what they hold.']
  const before = headerLine - (declared ? 1 : 0)
  if (before === 0) return []
  return [
    `${before === 1 ? 'One line' : `${before} lines`} before the header ${before === 1 ? 'is' : 'are'} left out.`,
  ]
}
