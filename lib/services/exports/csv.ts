import type { ExportRow } from '@/db/queries/bounces/export-rows'
import { categoryById } from '@/lib/bounce/categories'
import { providerName } from '@/lib/bounce/provider'
import { csvRow } from './csv-row'

type Column = readonly [name: string, value: (row: ExportRow) => string]

/** Names that our own importer knows; `bounce_id` tells it that a row is one it has. */
const COLUMNS: readonly Column[] = [
  ['recipient', (row) => row.recipient],
  ['recipient_name', (row) => row.recipientName ?? ''],
  ['occurred_at', (row) => row.occurredAt.toISOString().replace('.000Z', 'Z')],
  ['sending_account', (row) => row.account],
  ['campaign', (row) => row.campaign],
  ['smtp_code', (row) => row.smtpCode],
  ['enhanced_code', (row) => row.enhancedCode],
  ['vendor_class', (row) => row.vendorClass],
  ['diagnostic', (row) => row.diagnostic],
  ['rebound_category', (row) => row.category],
  ['rebound_category_name', (row) => categoryById(row.category)?.name ?? 'Unclassified'],
  ['rebound_hardness', (row) => row.bounceType],
  ['rebound_provider', (row) => providerName(row.provider)],
  ['rebound_confidence', (row) => String(Math.round(row.confidence * 1000) / 1000)],
  ['rebound_verified', (row) => (row.verified ? 'yes' : 'no')],
  ['bounce_id', (row) => `rebound:${row.dedupeKey}`],
]

/** The first line, after a byte order mark that makes spreadsheets read UTF-8. */
export const CSV_HEAD = `\u{feff}${COLUMNS.map(([name]) => name).join(',')}\r\n`

/** One row as a line; what a spreadsheet would run as a formula is made text. */
export function csvLine(row: ExportRow): string {
  return csvRow(COLUMNS.map(([, value]) => value(row)))
}
