interface Known<T> {
  until: number
  value: T
}

/**
 * Keeps figures that are dear to count: what was counted last is given at once, and who finds it older than `keptMs`
 * starts the next count. What `isDear` does not say so of is counted every time.
 */
export function recent<T>({ keptMs, isDear }: { keptMs: number; isDear: (value: T) => boolean }) {
  const known = new Map<string, Known<T>>()

  async function renew(key: string, now: number, count: () => Promise<T>): Promise<T> {
    const value = await count()
    if (isDear(value)) known.set(key, { until: now + keptMs, value })
    else known.delete(key)
    return value
  }

  return async (key: string, now: Date, count: () => Promise<T>): Promise<T> => {
    const last = known.get(key)
    if (!last) return renew(key, now.getTime(), count)
    if (last.until <= now.getTime()) {
      last.until = now.getTime() + keptMs
      renew(key, now.getTime(), count).catch(() => known.delete(key))
    }
    return last.value
  }
}
