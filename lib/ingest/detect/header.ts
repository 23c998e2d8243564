import { FORMATS } from '../formats'
import { squash } from '../formats/format'
import type { Delimiter } from '../types'
import { DELIMITERS, sampleRecords, usualWidth, type SampleRecord } from './sample'

/** Names that only some format's rules look at. */
const OTHER_NAMES = [
  'type', 'cleantime', 'cleancampaigntitle', 'cleancampaignid', 'emailbounced', 'portalbounce', 'globalbounce', 'portalunsubscribe',
  'portalspamreport', 'isemailbounced', 'recipientstatus', 'messagesubject', 'ip', 'company', 'companyname', 'firma', 'title', 'phone', 'subject', 'sent', 'delivered', 'tag',
] // prettier-ignore

const KNOWN = new Set([
  ...OTHER_NAMES,
  ...FORMATS.flatMap((format) => (format.kind === 'table' ? Object.values(format.columns).flat() : [])),
])

const ADDRESS = /^\s*"?<?[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+>?"?\s*$/

/** Whether a cell is an address as far as one can see; never slow on long cells. */
export function isAddressLike(cell: string): boolean {
  return cell.length <= 400 && ADDRESS.test(cell)
}

export interface Table {
  delimiter: Delimiter
  records: SampleRecord[]
  /** Index in `records` of the header; -1 where there is none. */
  header: number
}

/** How many cells of a record are known column names; none where a cell is an address, as headers have no data. */
function nameHits(record: SampleRecord): number {
  if (record.cells.some((cell) => isAddressLike(cell))) return 0
  return new Set(record.cells.map(squash).filter((name) => KNOWN.has(name))).size
}

/** The record that is the header: most known names in the first 30; else a first full record without data before ones with. */
export function findHeader(records: readonly SampleRecord[]): number {
  let best = -1
  let most = 0
  records.slice(0, 30).forEach((record, i) => {
    const hits = nameHits(record)
    if (hits > most) [best, most] = [i, hits]
  })
  if (best >= 0) return best
  const width = usualWidth(records)
  const first = records.findIndex((record) => record.cells.length >= width)
  const hasData = (record: SampleRecord) =>
    record.cells.some((cell) => isAddressLike(cell) || /^\s*\d[\d.\-/: T]*$/.test(cell.slice(0, 400)))
  if (first < 0 || hasData(records[first]!)) return -1
  return records.slice(first + 1).some((record) => record.cells.some((cell) => isAddressLike(cell)))
    ? first
    : -1
}

/** The table under the delimiter that explains the text best: known names in the header, then equal widths. */
export function bestTable(text: string, whole: boolean, only: Delimiter | null): Table {
  const tables = (only ? [only] : DELIMITERS).map((delimiter) => {
    const records = sampleRecords(text, delimiter, whole)
    const header = findHeader(records)
    const width = usualWidth(records)
    const even =
      records.filter((record) => record.cells.length === width).length / Math.max(1, records.length)
    const hits = header < 0 ? 0 : nameHits(records[header]!)
    return { delimiter, records, header, score: hits + (width > 1 ? 0.5 + even * 2 : 0) }
  })
  return tables.reduce((best, table) => (table.score > best.score ? table : best))
}
