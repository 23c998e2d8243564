import { RecordScanner, type Scan } from '../csv/scanner'
import { isAddressLike } from '../detect/header'
import { ByteWindow } from '../encoding'
import { BLOCK_BYTES, MAX_RAW, MAX_RECORD } from '../limits'
import type { ListRecord, ListSettings, RecordProblem } from './types'

const PROBLEMS: Partial<Record<Scan, RecordProblem>> = {
  bad_quotes: 'bad_quotes',
  too_long: 'field_too_long',
  too_many_columns: 'too_many_columns',
}

/** Reads a list or a contacts file piece by piece; header and what stands before it are left out. */
export interface ListReader {
  push(chunk: Uint8Array): ListRecord[]
  end(): ListRecord[]
}

/** Opens a reader of a file (uncompressed bytes). Holds one record, whatever the file's size; never throws on content. */
export function openListReader(settings: ListSettings): ListReader {
  const window = new ByteWindow(settings.encoding, 0)
  const cutter = settings.delimiter === null ? new JsonLines() : new Table(settings, settings.delimiter)
  const drain = (final: boolean, out: ListRecord[]) => {
    const from = window.offset === 0 && window.text.charCodeAt(0) === 0xfeff ? 1 : 0
    const consumed = cutter.drain(window.text, from, final, out)
    window.consume(consumed > from ? consumed : 0)
  }
  return {
    push(chunk) {
      const out: ListRecord[] = []
      for (let at = 0; at < chunk.length; at += BLOCK_BYTES) {
        window.append(chunk.subarray(at, at + BLOCK_BYTES))
        drain(false, out)
      }
      return out
    },
    end() {
      const out: ListRecord[] = []
      window.append(new Uint8Array(0))
      drain(true, out)
      return out
    },
  }
}

class Table {
  private line = 0
  private inBody = false
  private discarding = false
  private readonly scanner: RecordScanner

  constructor(
    private readonly settings: ListSettings,
    delimiter: string,
  ) {
    const value = settings.columns.value ?? 0
    // A list without a table has lines of any length; only a table tells how wide a record is.
    const width = settings.everyCell ? 0 : settings.header.length
    this.scanner = new RecordScanner(
      delimiter,
      (line) => isAddressLike(line.split(delimiter, value + 1)[value] ?? ''),
      width,
    )
  }

  drain(text: string, from: number, final: boolean, out: ListRecord[]): number {
    const { scanner, settings } = this
    scanner.load(text, final, from)
    for (;;) {
      if (this.discarding || (!this.inBody && this.line < (settings.headerLine ?? 0))) {
        if (scanner.pos >= text.length || !scanner.skipLine()) break
        this.discarding = false
        this.line++
        continue
      }
      const scan = scanner.next()
      if (scan === 'more' || scan === 'end') break
      if (scan !== 'blank') this.take(scan, text, out)
      if (scan === 'too_long' || (scan === 'too_many_columns' && scanner.count === 0)) this.discarding = true
      else this.line += scanner.lines
    }
    return scanner.pos
  }

  private take(scan: Scan, text: string, out: ListRecord[]): void {
    const { scanner, settings } = this
    const raw = () => text.slice(scanner.start, Math.min(scanner.end, scanner.start + MAX_RAW))
    if (!this.inBody) {
      this.inBody = true
      if (settings.headerLine !== null || /^"?sep=.?"?$/i.test(raw())) return
    }
    const line = this.line + 1
    const problem = PROBLEMS[scan]
    if (problem) out.push({ ok: false, line, problem, raw: raw() })
    else if (!this.isHeader()) out.push({ ok: true, line, cells: scanner.cells.slice(0, scanner.count) })
  }

  /** The header again, as in files put together from several. */
  private isHeader(): boolean {
    const { cells, count } = this.scanner
    const { header, headerLine } = this.settings
    if (headerLine === null || cells[0] !== header[0] || count !== header.length) return false
    return header.every((name, i) => cells[i] === name)
  }
}

/** One JSON object a line, as Amazon SES lists its suppressed addresses. */
class JsonLines {
  private line = 0
  private discarding = false

  drain(text: string, from: number, final: boolean, out: ListRecord[]): number {
    let at = from
    for (;;) {
      const lf = text.indexOf('\n', at)
      const end = lf < 0 ? text.length : lf
      if (lf < 0 && !final) return this.giveUp(text, at, out)
      if (at >= text.length) return at
      this.line++
      if (!this.discarding) this.take(text.slice(at, end).trim(), out)
      this.discarding = false
      at = end + 1
      if (lf < 0) return text.length
    }
  }

  /** A line without an end is not kept in memory. */
  private giveUp(text: string, at: number, out: ListRecord[]): number {
    if (text.length - at <= MAX_RECORD) return at
    if (!this.discarding)
      out.push({ ok: false, line: this.line + 1, problem: 'field_too_long', raw: text.slice(at, at + 400) })
    this.discarding = true
    return text.length
  }

  private take(text: string, out: ListRecord[]): void {
    if (text === '') return
    const found = parse(text)
    if (!found)
      return void out.push({ ok: false, line: this.line, problem: 'bad_json', raw: text.slice(0, MAX_RAW) })
    const cell = (name: string) => {
      const value = found[name]
      return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    }
    const cells = ['emailaddress', 'reason', 'lastupdatetime'].map(cell)
    out.push({ ok: true, line: this.line, cells })
  }
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/,$/, ''))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name.toLowerCase(), each]))
  } catch {
    return null
  }
}
