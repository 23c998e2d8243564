import { formatCount, plural } from '@/lib/format'
import type { ImportCounts } from '@/lib/ingest/counts'
import type { FormatId } from '@/lib/ingest/formats/ids'

type Read = Pick<ImportCounts, 'records' | 'rows'>

const unitOf = (format: FormatId): readonly [one: string, many: string] =>
  format === 'mail' ? ['mail', 'mails'] : ['row', 'rows']

/** What one row may tell several of: recipients, or that somebody bounced and unsubscribed. */
const partOf = (format: FormatId): readonly [one: string, many: string] =>
  format === 'hubspot' ? ['fact', 'facts'] : ['recipient', 'recipients']

/** How much of a file was read: `48,215 rows`, and where some tell several, `48,215 rows, 48,219 recipients`. */
export function readWords({ records, rows }: Read, format: FormatId): string {
  const read = plural(records, ...unitOf(format))
  return records === rows ? read : `${read}, ${plural(rows, ...partOf(format))}`
}

/** What the heaps of a file add up to. */
export function sumWords({ records, rows }: Read, format: FormatId): string {
  const [one, many] = unitOf(format)
  if (records === rows) return format === 'mail' ? 'Mails in the file' : 'Rows in the file'
  const parts = format === 'hubspot' ? 'Facts' : 'Recipients'
  return `${parts} in ${formatCount(records)} ${records === 1 ? one : many} of the file`
}
