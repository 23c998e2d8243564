interface Known<T> {
  until: number
  value: T
}

/**
 * Keeps figures that are dear to count: what was counted last is given at once, and who finds it older than `keptMs`
 * starts the next count. What `isDear` does not say so of is counted every time; until that is known, one count serves all.
 */
export function recent<T>({ keptMs, isDear }: { keptMs: number; isDear: (value: T) => boolean }) {
  const known = new Map<string, Known<T> | 'cheap'>()
  const first = new Map<string, Promise<T>>()

  async function renew(key: string, now: number, count: () => Promise<T>): Promise<T> {
    const value = await count()
    known.set(key, isDear(value) ? { until: now + keptMs, value } : 'cheap')
    return value
  }

  function begin(key: string, now: number, count: () => Promise<T>): Promise<T> {
    const counting = renew(key, now, count).finally(() => first.delete(key))
    first.set(key, counting)
    return counting
  }

  return async (key: string, now: Date, count: () => Promise<T>): Promise<T> => {
    const last = known.get(key)
    const at = now.getTime()
    if (last === undefined) return first.get(key) ?? begin(key, at, count)
    if (last === 'cheap') return renew(key, at, count)
    if (last.until <= at) {
      last.until = at + keptMs
      renew(key, at, count).catch(() => known.delete(key))
    }
    return last.value
  }
}
