import type { RowOutcome } from '../types'

/** What a source remembers between steps; JSON-serialisable. */
export interface SourceState {
  inBody: boolean
  /** In the middle of a line that was refused for its length. */
  discarding: boolean
  /** How far open quotes are followed, see `RecordScanner.patience`; null for the start. */
  patience: number | null
  /** The format's own memory. */
  memory: unknown
}

/** Reads decoded text from the start of a record on, and says how much of it is done with. */
export interface Source {
  /** Physical lines done with. */
  line: number
  state(): SourceState
  drain(text: string, from: number, unclean: boolean, final: boolean, out: RowOutcome[]): number
}
