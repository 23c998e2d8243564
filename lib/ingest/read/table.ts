import { lenientCells } from '../csv/lenient'
import { RecordScanner, type Scan } from '../csv/scanner'
import { formatById } from '../formats'
import { squash, type Judge, type RawRecord, type TableFormat } from '../formats/format'
import { emptyRecord } from '../formats/format'
import { columnsOf, type ReaderSettings } from '../settings'
import { FIELDS, type Field, type RejectReason, type RowOutcome } from '../types'
import { RecordReader } from './record'
import type { Source, SourceState } from './source'

const ADDRESS_LIKE = /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/
const REJECTED: Partial<Record<Scan, RejectReason>> = {
  bad_quotes: 'bad_quotes',
  too_long: 'field_too_long',
  too_many_columns: 'too_many_columns',
}

/** Reads tables: one record after the other, the header and what stands before it left out. */
export class TableSource implements Source {
  line: number
  private inBody: boolean
  private discarding: boolean
  private readonly scanner: RecordScanner
  private readonly records: RecordReader
  private readonly judge: Judge | null
  private readonly columns: readonly (readonly [Field, readonly number[]])[]
  private readonly width: number
  private readonly record: RawRecord = emptyRecord(0)
  private readonly prefix: string
  private text = ''
  private readonly cell = (column: number): string => {
    const { scanner } = this
    return column >= 0 && column < scanner.count ? scanner.cells[column]! : ''
  }
  /** The record at hand as it stands in the file. */
  private readonly raw = (): string => this.text.slice(this.scanner.start, this.scanner.end)

  constructor(
    private readonly settings: ReaderSettings,
    line: number,
    state: SourceState | null,
  ) {
    const format = formatById(settings.format) as TableFormat
    this.line = line
    this.inBody = state?.inBody ?? false
    this.discarding = state?.discarding ?? false
    this.columns = FIELDS.map((field) => [field, columnsOf(settings, field)] as const).filter(
      ([, at]) => at.length > 0,
    )
    this.width = settings.header.length
    this.prefix = `${format.vendorPrefix}:`
    this.judge = format.judge?.(settings.header.map(squash), new Map(this.columns)) ?? null
    this.records = new RecordReader(settings)
    const recipient = columnsOf(settings, 'recipient')[0] ?? 0
    this.scanner = new RecordScanner(
      settings.delimiter ?? ',',
      (line) => this.startsRecord(line, recipient),
      this.width,
    )
    this.scanner.patience = state?.patience ?? this.scanner.patience
  }

  state(): SourceState {
    return { inBody: this.inBody, discarding: this.discarding, patience: this.scanner.patience, memory: null }
  }

  drain(text: string, from: number, unclean: boolean, final: boolean, out: RowOutcome[]): number {
    const { scanner } = this
    this.text = text
    scanner.load(text, final, from)
    for (;;) {
      if (this.discarding || (!this.inBody && this.line < (this.settings.headerLine ?? 0))) {
        if (scanner.pos >= text.length || !scanner.skipLine()) break
        this.discarding = false
        this.line++
        continue
      }
      const scan = scanner.next()
      if (scan === 'more' || scan === 'end') break
      if (scan !== 'blank') this.take(scan, unclean, out)
      if (scan === 'too_long' || (scan === 'too_many_columns' && scanner.count === 0)) this.discarding = true
      else this.line += scanner.lines
    }
    return scanner.pos
  }

  private take(scan: Scan, unclean: boolean, out: RowOutcome[]): void {
    const { raw } = this
    if (!this.inBody) {
      this.inBody = true
      if (this.settings.headerLine !== null || /^"?sep=.?"?$/i.test(raw())) return
    }
    const reason = REJECTED[scan]
    if (reason) out.push(this.records.rejected(reason, this.line + 1, null, raw().slice(0, 400), raw))
    else if (this.isHeader()) out.push({ kind: 'skipped', line: this.line + 1, why: 'not_a_bounce' })
    else if (!this.fits()) {
      out.push(
        this.records.rejected(
          'too_many_columns',
          this.line + 1,
          null,
          this.scanner.cells[this.width] ?? '',
          raw,
        ),
      )
    } else this.row(unclean, out)
  }

  /** The header again, as in files put together from several. */
  private isHeader(): boolean {
    const { cells, count } = this.scanner
    const { header, headerLine } = this.settings
    if (headerLine === null || cells[0] !== header[0] || count !== this.width) return false
    for (let i = 1; i < count; i++) if (cells[i] !== header[i]) return false
    return true
  }

  /** A record wider than the header is read where the surplus is empty, or belongs to a reply in the last column. */
  private fits(): boolean {
    const { scanner, width } = this
    const { cells, count } = scanner
    if (width === 0 || count <= width) return true
    let filled = false
    for (let i = width; i < count && !filled; i++) filled = cells[i]!.trim() !== ''
    if (filled && this.settings.mapping[width - 1] !== 'diagnostic') return false
    if (filled) cells[width - 1] = cells.slice(width - 1, count).join(this.settings.delimiter ?? ',')
    scanner.count = width
    return true
  }

  private row(unclean: boolean, out: RowOutcome[]): void {
    const { cells, count } = this.scanner
    const { record, raw } = this
    record.line = this.line + 1
    record.skip = null
    for (const [field, columns] of this.columns) record[field] = cellOf(cells, count, columns, field)
    if (record.vendorClass !== '') record.vendorClass = this.prefix + record.vendorClass.trim()
    const judged = this.judge === null ? null : this.judge(this.cell, count)
    if (judged !== null) {
      if (judged.recipients) return this.several(judged.recipients, unclean, out)
      record.skip = judged.skip ?? null
      if (judged.diagnostic !== undefined) record.diagnostic = judged.diagnostic
      if (judged.vendorClass !== undefined) record.vendorClass = judged.vendorClass
    }
    this.records.read(record, unclean, raw, out)
    for (const skip of judged?.also ?? []) this.records.read({ ...record, skip }, unclean, raw, out)
    if (judged !== null) record.vendorClass = ''
  }

  private several(
    recipients: readonly { recipient: string; skip?: RawRecord['skip']; vendorClass?: string }[],
    unclean: boolean,
    out: RowOutcome[],
  ): void {
    for (const { recipient, skip = null, vendorClass = '' } of recipients) {
      this.records.read({ ...this.record, recipient, skip, vendorClass }, unclean, this.raw, out)
    }
  }

  private startsRecord(line: string, recipient: number): boolean {
    const delimiter = this.settings.delimiter ?? ','
    const cells = lenientCells(line, delimiter)
    if (cells && cells.length === this.width && this.width >= 3) return true
    const cell = (cells ?? line.split(delimiter, recipient + 1))[recipient]
    return (
      cell !== undefined && cell.length <= 400 && ADDRESS_LIKE.test(cell.replace(/^\s*"|"\s*$/g, '').trim())
    )
  }
}

/** The cell a field is read from; of several columns names and replies are joined, else the first that is filled counts. */
function cellOf(cells: readonly string[], count: number, columns: readonly number[], field: Field): string {
  const first = columns[0]!
  if (columns.length === 1) return first < count ? cells[first]! : ''
  const filled = columns
    .map((column) => (column < count ? cells[column]!.trim() : ''))
    .filter((cell) => cell !== '')
  return field === 'recipientName' || field === 'diagnostic' ? filled.join(' ') : (filled[0] ?? '')
}
