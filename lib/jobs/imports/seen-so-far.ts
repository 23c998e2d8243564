import { seenKeysRoom } from '../reading/seen-keys'

/** Files read side by side by one process, and then some that others went on with. */
const MOST = 4

interface Seen {
  room: SharedArrayBuffer
  /** The last outcome whose row is surely in it. */
  upTo: number
}

const kept = new Map<string, Seen>()

/**
 * What this process saw of a file before outcome `seq`, kept between its slices. Null where another process read some of that: every
 * row may then repeat an earlier one. `reading` names the import and its settings, which make the keys.
 */
export function seenSoFar(reading: string, seq: number): SharedArrayBuffer | null {
  const before = kept.get(reading)
  if (seq > 0) return before && before.upTo >= seq ? before.room : null
  kept.delete(reading)
  kept.set(reading, { room: seenKeysRoom(), upTo: 0 })
  for (const other of [...kept.keys()].slice(0, -MOST)) kept.delete(other)
  return kept.get(reading)!.room
}

/** The file was read up to outcome `seq`; at its end nothing need be kept. */
export function noteSeen(reading: string, seq: number, last: boolean): void {
  const seen = kept.get(reading)
  if (last) kept.delete(reading)
  else if (seen) seen.upTo = Math.max(seen.upTo, seq)
}
