/** A small deterministic source of numbers, so that a failing file can be made again from its seed. */
export interface Random {
  /** 0 ≤ n < below, whole. */
  below(below: number): number
  pick<T>(from: readonly T[]): T
  chance(of: number): boolean
}

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, pick: (from) => from[below(from.length)]!, chance: (of) => next() < of }
}
