import { formatCount, plural } from '@/lib/format'
import type { ImportCounts } from '@/lib/ingest/counts'
import type { FormatId } from '@/lib/ingest/formats/ids'

type Read = Pick<ImportCounts, 'records' | 'rows'>

const unitOf = (format: FormatId): readonly [one: string, many: string] =>
  format === 'mail' ? ['mail', 'mails'] : ['row', 'rows']

/** How much of a file was read: `48,215 rows`, and where some name several, `48,215 rows, 48,219 recipients`. */
export function readWords({ records, rows }: Read, format: FormatId): string {
  const read = plural(records, ...unitOf(format))
  return records === rows ? read : `${read}, ${plural(rows, 'recipient')}`
}

/** What the heaps of a file add up to. */
export function sumWords({ records, rows }: Read, format: FormatId): string {
  const [one, many] = unitOf(format)
  if (records === rows) return format === 'mail' ? 'Mails in the file' : 'Rows in the file'
  return `Recipients in ${formatCount(records)} ${records === 1 ? one : many} of the file`
}
