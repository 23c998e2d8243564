/** Below this many before, a percentage says more than the numbers know. */
export const SMALL_SAMPLE = 20

export type Change =
  | { kind: 'nothing' }
  | { kind: 'unknown' }
  | { kind: 'new' }
  | { kind: 'same' }
  | {
      kind: 'up' | 'down'
      /** Always positive. */ by: number
      /** Null for a small sample. */ share: number | null
    }

/** Compares a count with that of the period before; null where nothing was recorded then. */
export function compare(now: number, before: number | null): Change {
  if (before === null) return { kind: 'unknown' }
  if (now === 0 && before === 0) return { kind: 'nothing' }
  if (before === 0) return { kind: 'new' }
  if (now === before) return { kind: 'same' }
  const by = Math.abs(now - before)
  return { kind: now > before ? 'up' : 'down', by, share: before < SMALL_SAMPLE ? null : by / before }
}
