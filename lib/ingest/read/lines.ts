import { formatById } from '../formats'
import type { LineFormat, LineReader } from '../formats/format'
import { MAX_RECORD } from '../limits'
import type { ReaderSettings } from '../settings'
import type { RowOutcome } from '../types'
import { RecordReader } from './record'
import type { Source, SourceState } from './source'

/** Reads logs: one line after the other. Blank lines and lines that start with `#` are no records. */
export class LineSource implements Source {
  private discarding: boolean
  private readonly reader: LineReader
  private readonly records: RecordReader

  constructor(
    settings: ReaderSettings,
    public line: number,
    state: SourceState | null,
  ) {
    this.discarding = state?.discarding ?? false
    this.reader = (formatById(settings.format) as LineFormat).open(state?.memory ?? null)
    this.records = new RecordReader(settings)
  }

  state(): SourceState {
    return { inBody: true, discarding: this.discarding, patience: null, memory: this.reader.state() }
  }

  drain(text: string, from: number, unclean: boolean, final: boolean, out: RowOutcome[]): number {
    let at = from
    while (at < text.length) {
      const end = endOfLine(text, at, final)
      const known = end < 0 ? text.length : end
      if (known - at > MAX_RECORD && !this.discarding) {
        const raw = () => text.slice(at, at + MAX_RECORD)
        out.push(this.records.rejected('field_too_long', this.line + 1, null, raw().slice(0, 400), raw))
        this.discarding = true
      }
      if (end < 0) return this.discarding ? text.length - (text.endsWith('\r') ? 1 : 0) : at
      this.line++
      if (!this.discarding) this.take(text.slice(at, end), unclean, out)
      this.discarding = false
      at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    }
    return Math.min(at, text.length)
  }

  private take(text: string, unclean: boolean, out: RowOutcome[]): void {
    const line = text.trim()
    if (line === '' || line.startsWith('#')) return
    const raw = () => text
    const records = this.reader.read(line, this.line)
    if (records === 'bad_json') out.push(this.records.rejected('bad_json', this.line, null, line, raw))
    else for (const record of records) this.records.read(record, true, raw, out)
  }
}

function endOfLine(text: string, from: number, final: boolean): number {
  const lf = text.indexOf('\n', from)
  const cr = text.slice(from, lf < 0 ? undefined : lf).indexOf('\r')
  const end = cr < 0 ? lf : from + cr
  if (end < 0) return final ? text.length : -1
  return text[end] === '\r' && end + 1 === text.length && !final ? -1 : end
}
