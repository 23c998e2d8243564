import type { ReaderSettings } from '../settings'
import type { Refusal } from './binary'
import type { DetectedColumn } from './columns'

/** What a file was found to be, before its values are looked at. */
export interface Found {
  ok: true
  settings: ReaderSettings
  columns: DetectedColumn[]
  notes: string[]
}
export type NotFound = { ok: false } & Refusal
