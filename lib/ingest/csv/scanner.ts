import { MAX_COLUMNS, MAX_RECORD } from '../limits'
import { countLines, lenientCells } from './lenient'

export type Scan = 'record' | 'blank' | 'more' | 'end' | 'bad_quotes' | 'too_long' | 'too_many_columns'

const QUOTE = 34
const LF = 10
const CR = 13
const SPACE = 32
const FAR = Number.MAX_SAFE_INTEGER

/** How far an open quote is followed while broken ones are rare; they use it up, text that is read earns it again. */
const MAX_PATIENCE = 8 * MAX_RECORD
const MIN_PATIENCE = 16 * 1024
const EARNED = 8

/**
 * Cuts decoded text into records. `load` gives it the text from the start of a record on; each `next` tells what comes
 * next and leaves its cells in `cells[0 … count)`. What it says of a record depends on the text only, never on how the
 * text was cut into chunks: it answers `more` until it can be sure.
 */
export class RecordScanner {
  readonly cells: string[] = []
  count = 0
  /** Start of the record, end without its line end, start of what follows. */
  start = 0
  end = 0
  pos = 0
  /** Physical lines the record took. */
  lines = 0
  /** What is left for following open quotes; part of a reader's position, as it decides how a broken record is read. */
  patience = MAX_PATIENCE
  private spent = 0
  private text = ''
  private final = false
  private lf = -1
  private cr = -1
  private quote = -1
  private delim = -1

  constructor(
    private readonly delimiter: string,
    /** Whether a physical line looks like the start of a record; only asked after a broken one. */
    private readonly startsRecord: (line: string) => boolean,
    /** Columns a record is expected to have, 0 where that is not known. */
    private readonly expected: number,
  ) {}

  load(text: string, final: boolean, from: number): void {
    this.text = text
    this.final = final
    this.pos = from
    this.lf = this.cr = this.quote = this.delim = -1
  }

  next(): Scan {
    this.spent = 0
    const scan = this.scan()
    if (scan !== 'more') {
      const left = this.patience - this.spent + (this.pos - this.start) * EARNED
      this.patience = Math.max(0, Math.min(MAX_PATIENCE, left))
    }
    return scan
  }

  private scan(): Scan {
    const { text, pos } = this
    this.start = pos
    if (pos >= text.length) return this.final ? 'end' : 'more'
    const eol = this.endOfLine(pos)
    if (eol < 0) return text.length - pos > MAX_RECORD ? this.tooLong() : 'more'
    if (eol - pos > MAX_RECORD) return this.tooLong()
    if (this.quote < pos) this.quote = find(text, '"', pos)
    if (this.quote > eol) {
      this.split(pos, eol)
      return this.finish(eol, 1)
    }
    return this.quoted(pos, eol)
  }

  /** Passes over the rest of an overlong line; true once its end was found. */
  skipLine(): boolean {
    const eol = this.endOfLine(this.pos)
    if (eol < 0 && this.text.endsWith('\r')) {
      this.pos = this.text.length - 1
      return false
    }
    this.pos = eol < 0 ? this.text.length : Math.min(this.after(eol), this.text.length)
    return eol >= 0
  }

  /** End of the physical line at `from`; -1 while it is not certain. A CR at the end of the text may be half a CRLF. */
  private endOfLine(from: number): number {
    const { text } = this
    if (this.lf < from) this.lf = find(text, '\n', from)
    if (this.cr < from) this.cr = find(text, '\r', from)
    const eol = this.lf < this.cr ? this.lf : this.cr
    if (eol === FAR) return this.final ? text.length : -1
    if (eol === this.cr && eol + 1 === text.length && !this.final) return -1
    return eol
  }

  private after(eol: number): number {
    const { text } = this
    return text.charCodeAt(eol) === CR && text.charCodeAt(eol + 1) === LF ? eol + 2 : eol + 1
  }

  private split(from: number, eol: number): void {
    const { text, cells, delimiter } = this
    let count = 0
    let at = from
    let delim = this.delim
    for (;;) {
      if (delim < at) delim = find(text, delimiter, at)
      if (delim >= eol) break
      cells[count++] = text.slice(at, delim)
      at = delim + 1
    }
    cells[count++] = text.slice(at, eol)
    this.count = count
    this.delim = delim
  }

  private finish(eol: number, lines: number): Scan {
    this.end = eol
    this.pos = Math.min(this.after(eol), this.text.length)
    this.lines = lines
    if (this.count > MAX_COLUMNS) return 'too_many_columns'
    return this.isBlank() ? 'blank' : 'record'
  }

  private isBlank(): boolean {
    for (let i = 0; i < this.count; i++) {
      const cell = this.cells[i]!
      if (cell !== '' && cell.trim() !== '') return false
    }
    return true
  }

  private quoted(start: number, eol: number): Scan {
    const { lf, cr, quote, delim } = this
    const end = this.strict(start)
    if (end === -1) return 'more'
    const multiline = end > eol
    if (end >= 0 && !(multiline && this.swallowed(eol, end))) {
      return this.finish(end, multiline ? 1 + countLines(this.text, start, end) : 1)
    }
    Object.assign(this, { lf, cr, quote, delim })
    const cells = lenientCells(this.text.slice(start, eol), this.delimiter)
    if (cells && (this.expected ? cells.length === this.expected : end < 0)) {
      this.count = cells.length
      for (let i = 0; i < cells.length; i++) this.cells[i] = cells[i]!
      return this.finish(eol, 1)
    }
    return this.resynchronise(start, eol)
  }

  /** Reads one record by the letter (RFC 4180, blanks around quotes allowed): its end, -1 for more text, -2 for broken. */
  private strict(start: number): number {
    const { text, delimiter } = this
    const limit = start + Math.max(MIN_PATIENCE, Math.min(MAX_RECORD, this.patience))
    const delimCode = delimiter.charCodeAt(0)
    let at = start
    this.count = 0
    for (;;) {
      let open = at
      while (text.charCodeAt(open) === SPACE) open++
      const stop = text.charCodeAt(open) === QUOTE ? this.quotedCell(open, limit) : this.bareCell(at)
      if (stop >= limit || (stop >= text.length && !this.final)) {
        return text.length <= limit && !this.final ? -1 : this.broken(start, Math.min(limit, text.length))
      }
      at = stop
      const code = text.charCodeAt(at)
      if (code === delimCode) at++
      else if (at >= text.length || code === LF) return at
      else if (code === CR) return at + 1 < text.length || this.final ? at : -1
      else return this.broken(start, at)
    }
  }

  private broken(start: number, at: number): -2 {
    this.spent += at - start
    return -2
  }

  /** End of the cell at `at` that has no quotes around it; FAR where it is not in the text. */
  private bareCell(at: number): number {
    const eol = this.endOfLine(at)
    if (this.delim < at) this.delim = find(this.text, this.delimiter, at)
    const stop = eol < 0 ? this.delim : Math.min(this.delim, eol)
    this.cells[this.count++] = this.text.slice(at, stop)
    return stop
  }

  /** Where the text goes on behind the cell whose quote opens at `open`; FAR where it does not close before `limit`. */
  private quotedCell(open: number, limit: number): number {
    const { text } = this
    let from = open + 1
    let doubled = false
    for (;;) {
      const close = text.indexOf('"', from)
      if (close < 0 || close >= limit) return FAR
      if (text.charCodeAt(close + 1) === QUOTE) {
        doubled = true
        from = close + 2
        continue
      }
      const value = text.slice(open + 1, close)
      this.cells[this.count++] = doubled ? value.replaceAll('""', '"') : value
      let at = close + 1
      while (text.charCodeAt(at) === SPACE) at++
      return at
    }
  }

  /** Whether a quoted cell that runs over lines has taken a following record with it: wrong width, and a line like a record. */
  private swallowed(eol: number, end: number): boolean {
    if (!this.expected || this.count === this.expected) return false
    const lines = this.text.slice(this.after(eol), end).split(/\r\n|[\r\n]/)
    return lines.some((line) => this.startsRecord(line))
  }

  /** A broken record ends where a line looks like a record again; at the latest where as much text as a record may have is used up. */
  private resynchronise(start: number, firstEol: number): Scan {
    const { text } = this
    const limit = start + MAX_RECORD
    let eol = firstEol
    let lines = 1
    for (;;) {
      const at = this.after(eol)
      if (at >= text.length && this.final) break
      if (at >= limit) break
      const lineEnd = this.endOfLine(at)
      if (lineEnd < 0) {
        if (text.length - start <= MAX_RECORD) return 'more'
        break
      }
      const starts = this.startsRecord(text.slice(at, lineEnd)) ? 1 : this.parses(at)
      if (starts < 0) return 'more'
      if (starts > 0) break
      eol = lineEnd
      lines++
    }
    this.count = 0
    this.end = eol
    this.pos = Math.min(this.after(eol), text.length)
    this.lines = lines
    return 'bad_quotes'
  }

  /** Whether a record of the right width starts at `at`: 1 yes, 0 no, -1 for more text. */
  private parses(at: number): -1 | 0 | 1 {
    if (this.expected < 3) return 0
    const { lf, cr, quote, delim } = this
    const end = this.strict(at)
    Object.assign(this, { lf, cr, quote, delim })
    return end === -1 ? -1 : end >= 0 && this.count === this.expected ? 1 : 0
  }

  /** A line beyond all bounds: told at once, its rest is passed over by `skipLine`. */
  private tooLong(): Scan {
    const { text, start, delimiter } = this
    this.end = start + MAX_RECORD
    this.count = 0
    this.lines = 1
    let columns = 1
    for (let at = find(text, delimiter, start); at < this.end; at = find(text, delimiter, at + 1)) columns++
    this.pos = this.end
    return columns > MAX_COLUMNS ? 'too_many_columns' : 'too_long'
  }
}

function find(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from)
  return at < 0 ? FAR : at
}
