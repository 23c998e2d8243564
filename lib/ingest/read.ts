import { ByteWindow } from './encoding'
import { formatById } from './formats'
import { BLOCK_BYTES } from './limits'
import { LineSource } from './read/lines'
import { MailReader } from './read/mails'
import type { ReaderPosition } from './read/position'
import type { Source } from './read/source'
import { TableSource } from './read/table'
import type { ReaderSettings } from './settings'
import type { RowOutcome } from './types'

export type { ReaderPosition }

export interface Reader {
  /** Takes the next bytes, of any number, and gives the outcomes of the records they complete, in order. */
  push(chunk: Uint8Array): RowOutcome[]
  /** Tells that there is no more; gives what was left. */
  end(): RowOutcome[]
  /** Valid between any two calls; a reader opened there and fed from that byte on gives what this one would have given. */
  position(): ReaderPosition
}

/** Opens a reader of a file (uncompressed bytes) under its settings, from the start or where another one stood. Never throws on content. */
export function openReader(settings: ReaderSettings, resume?: ReaderPosition): Reader {
  const kind = formatById(settings.format).kind
  if (kind === 'mail') return new MailReader(settings, resume)
  const window = new ByteWindow(settings.encoding, resume?.offset ?? 0)
  const source: Source = new (kind === 'table' ? TableSource : LineSource)(
    settings,
    resume?.line ?? 0,
    resume?.state ?? null,
  )

  function drain(final: boolean, out: RowOutcome[]): void {
    const { text } = window
    const from = window.offset === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0
    const consumed = source.drain(text, from, window.unclean, final, out)
    window.consume(consumed > from ? consumed : 0)
  }

  return {
    push(chunk) {
      const out: RowOutcome[] = []
      for (let at = 0; at < chunk.length; at += BLOCK_BYTES) {
        window.append(chunk.subarray(at, at + BLOCK_BYTES))
        drain(false, out)
      }
      return out
    },
    end() {
      const out: RowOutcome[] = []
      window.append(new Uint8Array(0))
      drain(true, out)
      return out
    },
    position() {
      return { offset: window.offset, line: source.line, state: source.state() }
    },
  }
}
