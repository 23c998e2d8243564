import { formulaSafe } from '@/lib/ingest/formula'
import type { ListRecord, ListSettings } from '@/lib/ingest/lists/types'

/** A signed number or a telephone number is no formula that could do anything, and a contact's must come back as it is. */
const NUMBER = /^[+-][\d\s().\-/]*$/

/** Writes rows in the dialect of the file they come from; what a spreadsheet would run as a formula is made text. */
export function rowWriter({
  delimiter,
}: Pick<ListSettings, 'delimiter'>): (cells: readonly string[]) => string {
  const between = delimiter ?? ','
  return (cells) => `${cells.map((cell) => writeCell(cell, between)).join(between)}\r\n`
}

function writeCell(cell: string, delimiter: string): string {
  const text = NUMBER.test(cell) ? cell : formulaSafe(cell)
  return text.includes('"') || text.includes(delimiter) || /[\r\n]|^\s|\s$/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text
}

/** The names of a file's columns; one without a header gets names under which it is understood again. */
export function headerOf({ header, headerLine, delimiter, columns, everyCell }: ListSettings): string[] {
  if (everyCell) return ['email']
  if (headerLine !== null || delimiter === null) return header
  return header.map((name, i) => (i === columns.value ? 'email' : i === columns.reason ? 'reason' : name))
}

/** The cells of a record, as many as the header has at least, so that added columns stand below their names. */
export function cellsOf(record: ListRecord, settings: ListSettings): string[] {
  if (settings.everyCell) return [record.ok ? record.cells.join(', ') : record.raw]
  const cells = record.ok ? record.cells.slice() : [record.raw]
  while (cells.length < settings.header.length) cells.push('')
  return cells
}
