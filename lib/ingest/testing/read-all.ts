import { detect, type DetectContext } from '../detect'
import { openReader } from '../read'
import type { ReaderSettings } from '../settings'
import type { RowOutcome } from '../types'

export const NOW = Date.UTC(2025, 10, 20) / 1000
const CONTEXT: DetectContext = { timeZone: 'UTC', now: NOW }

/** Settings detection gives for a whole small file; throws where it refuses it. */
export function settingsFor(bytes: Uint8Array, context: Partial<DetectContext> = {}): ReaderSettings {
  const found = detect(bytes, { ...CONTEXT, ...context })
  if (!found.ok) throw new Error(`${found.code}: ${found.message}`)
  return found.settings
}

/** Everything a file gives, read in one go. */
export function readAll(bytes: Uint8Array, settings = settingsFor(bytes)): RowOutcome[] {
  const reader = openReader(settings)
  return [...reader.push(bytes), ...reader.end()]
}

/** The same, in pieces cut at the given places, with a fresh reader opened at every `resumeEvery`-th cut. */
export function readInPieces(
  bytes: Uint8Array,
  settings: ReaderSettings,
  cuts: readonly number[],
  resume: boolean,
): RowOutcome[] {
  let reader = openReader(settings)
  const out: RowOutcome[] = []
  let at = 0
  for (const cut of [...new Set(cuts)].sort((a, b) => a - b)) {
    out.push(...reader.push(bytes.slice(at, cut)))
    at = cut
    if (!resume) continue
    const position = structuredClone(reader.position())
    reader = openReader(settings, position)
    at = position.offset
  }
  out.push(...reader.push(bytes.slice(at)), ...reader.end())
  return out
}

/** An outcome in a few words: line, address and text of a row; line and reason of any other. */
export function brief(outcome: RowOutcome): string {
  if (outcome.kind === 'row') return `${outcome.row.line} ${outcome.row.recipient} ${outcome.row.diagnostic}`
  return `${outcome.line} ${outcome.kind} ${outcome.kind === 'skipped' ? outcome.why : outcome.reason}`
}
