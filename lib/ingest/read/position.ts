import type { SourceState } from './source'

/** Where a reader stands: everything before `offset` in the raw, uncompressed stream has been given out. JSON-serialisable. */
export interface ReaderPosition {
  offset: number
  /** Physical lines before `offset`. */
  line: number
  state: SourceState
}
