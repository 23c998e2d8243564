import { formulaSafe } from '@/lib/ingest/formula'

/** Makes spreadsheets read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\u{feff}'

/** One line of a CSV file (RFC 4180); what a spreadsheet would run as a formula is made text. */
export function csvRow(values: readonly string[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

function cell(value: string): string {
  const safe = formulaSafe(value)
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
