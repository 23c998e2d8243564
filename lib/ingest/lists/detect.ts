import { refuseBinary, refuseText } from '../detect/binary'
import { isAddressLike } from '../detect/header'
import { declaredDelimiter, DELIMITERS, sampleRecords, usualWidth, type SampleRecord } from '../detect/sample'
import { decodeText, detectEncoding } from '../encoding'
import { squash } from '../formats/format'
import { HEAD_BYTES, MAX_COLUMNS } from '../limits'
import type { Delimiter } from '../types'
import { LIST_FORMATS, listFormatById, PLAIN, type ListFormat } from './formats'
import { LIST_FIELDS, type ListSettings } from './types'
import { isValueLike, valueColumn } from './values'

export type ListDetection = { ok: true; settings: ListSettings } | { ok: false; message: string }

const no = (message: string): ListDetection => ({ ok: false, message })
const NO_COLUMN =
  'No column of this file holds addresses or domains. Upload a list with one address or domain in each row.'

const KNOWN = new Set([
  ...[...LIST_FORMATS, PLAIN].flatMap((format) => Object.values(format.columns).flat()),
  ...'email emailaddress mail recipient address domain domains value contact firstname lastname name fullname company companyname title phone website linkedin country city portalunsubscribe portalspamreport globalbounce type tag tags code ip'.split(
    ' ',
  ),
])

interface Table {
  delimiter: Delimiter
  records: SampleRecord[]
  /** Index of the header in `records`; -1 for none. */
  header: number
}

/** Understands a list (or any file with a column of addresses or domains) by its first bytes. */
export function detectList(head: Uint8Array, whole = head.length < HEAD_BYTES): ListDetection {
  const bytes = head.subarray(0, HEAD_BYTES)
  const binary = refuseBinary(bytes)
  if (binary) return no(binary.message)
  const encoding = detectEncoding(bytes, whole)
  const text = decodeText(bytes, encoding).replace(/^\ufeff/, '')
  const refused = refuseText(text)
  if (refused) return no(refused.message)
  const base: ListSettings = {
    format: 'plain',
    encoding,
    delimiter: ',',
    headerLine: null,
    header: [],
    columns: {},
    everyCell: false,
  }
  if (/^\s*[{[]/.test(text)) return readJson(text, base)
  const table = bestTable(text, whole)
  if (table.records.length === 0 || table.records.some(({ cells }) => cells.length > MAX_COLUMNS))
    return no(`This file has lines that are no table. Upload a CSV with at most ${MAX_COLUMNS} columns.`)
  return ofTable(table, base)
}

function readJson(text: string, base: ListSettings): ListDetection {
  const first = text.trimStart().split(/[\r\n]/, 1)[0]!
  if (!/^\{.*"emailAddress"\s*:.*\}\s*$/i.test(first))
    return no(
      'This is JSON of a kind that is not read. Upload a CSV, or an Amazon SES list with one object a line.',
    )
  const header = ['emailAddress', 'reason', 'lastUpdateTime']
  const columns = { value: 0, reason: 1, since: 2 }
  return { ok: true, settings: { ...base, format: 'ses_json', delimiter: null, header, columns } }
}

function bestTable(text: string, whole: boolean): Table {
  const declared = declaredDelimiter(text)
  const tables = (declared ? [declared] : DELIMITERS).map((delimiter) => {
    const records = sampleRecords(text, delimiter, whole)
    if (declared && records[0]?.line === 0) records.shift()
    const header = findHeader(records)
    const width = usualWidth(records)
    const even = records.filter(({ cells }) => cells.length === width).length / Math.max(1, records.length)
    const score = (header < 0 ? 0 : hits(records[header]!)) + (width > 1 ? 0.5 + even * 2 : 0)
    return { delimiter, records, header, score }
  })
  return tables.reduce((best, table) => (table.score > best.score ? table : best))
}

/** How many cells are known column names; none where one is an address. */
function hits({ cells }: SampleRecord): number {
  if (cells.some((cell) => isAddressLike(cell))) return 0
  return new Set(cells.map(squash).filter((name) => KNOWN.has(name))).size
}

/** The record with most known names among the first 30; else a first one without values before one that has some. */
function findHeader(records: readonly SampleRecord[]): number {
  let [best, most] = [-1, 0]
  records.slice(0, 30).forEach((record, i) => {
    const found = hits(record)
    if (found > most) [best, most] = [i, found]
  })
  if (best >= 0) return best
  const hasValue = ({ cells }: SampleRecord) => cells.some((cell) => isValueLike(cell))
  const first = records[0]
  if (!first || hasValue(first)) return -1
  return records.slice(1).some(hasValue) ? 0 : -1
}

function ofTable({ delimiter, records, header: at }: Table, base: ListSettings): ListDetection {
  const headed = at >= 0
  const rows = headed ? records.slice(at + 1) : records
  const width = usualWidth(records)
  const header = headed
    ? records[at]!.cells.map((cell) => cell.slice(0, 1000))
    : Array.from({ length: width }, (_, i) => `Column ${i + 1}`)
  const settings = { ...base, delimiter, header, headerLine: headed ? records[at]!.line : null }
  if (!headed && rows.every(isSes)) {
    return { ok: true, settings: { ...settings, format: 'ses', columns: sesColumns(rows) } }
  }
  if (!headed && rows.every(({ cells }) => cells.every((cell) => cell.trim() === '' || isValueLike(cell)))) {
    return { ok: true, settings: { ...settings, columns: { value: 0 }, everyCell: width > 1 } }
  }
  const names = header.map(squash)
  // Columns that a report of ours added say nothing of where the file comes from.
  const own = names.filter((name) => name !== '' && !name.startsWith('rebound'))
  const format = headed ? (LIST_FORMATS.find((each) => each.match(own)) ?? PLAIN) : PLAIN
  const columns = columnsOf(format, names)
  columns.value ??= wanted(valueColumn(header, rows))
  if (columns.value === undefined) {
    return no(headed && rows.length === 0 ? 'This file has a header and no rows.' : NO_COLUMN)
  }
  return { ok: true, settings: { ...settings, format: format.id, columns } }
}

const wanted = (index: number) => (index < 0 ? undefined : index)

function columnsOf(format: ListFormat, names: readonly string[]): ListSettings['columns'] {
  const columns: ListSettings['columns'] = {}
  for (const field of LIST_FIELDS) {
    const known = format.columns[field]?.find((name) => names.includes(name))
    if (known !== undefined) columns[field] = names.indexOf(known)
  }
  return columns
}

function isSes({ cells }: SampleRecord): boolean {
  return isAddressLike(cells[0] ?? '') && /^\s*"?(?:BOUNCE|COMPLAINT)"?\s*$/i.test(cells[1] ?? '')
}

function sesColumns(rows: readonly SampleRecord[]): ListSettings['columns'] {
  return { value: 0, reason: 1, ...(rows.some(({ cells }) => (cells[2] ?? '') !== '') ? { since: 2 } : {}) }
}

/** The settings with another column of addresses, as a person chose it. */
export function withValueColumn(settings: ListSettings, index: number): ListSettings {
  if (settings.delimiter === null || index < 0 || index >= settings.header.length) return settings
  return { ...settings, everyCell: false, columns: { ...settings.columns, value: index } }
}

/** What a file is called on the page. */
export function listFormatName(settings: ListSettings): string {
  return listFormatById(settings.format).name
}
