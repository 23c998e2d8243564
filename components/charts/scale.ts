/** Round numbers from 0 up to at least `max`, about `steps` of them, for the lines of a chart. */
export function ticks(max: number, steps = 5): number[] {
  const raw = Math.max(max, 1) / steps
  const size = 10 ** Math.floor(Math.log10(raw))
  const step = Math.max(1, size * ([1, 2, 2.5, 5, 10].find((n) => n * size >= raw) ?? 10))
  const whole = Number.isInteger(step) ? step : Math.ceil(step)
  const count = Math.ceil(Math.max(max, 1) / whole)
  return Array.from({ length: count + 1 }, (_, i) => i * whole)
}

/** Keeps labels from lying on each other: moves each up from its wish by no more than needed, within 0 to 100. */
export function spread(wishes: readonly number[], gap: number): number[] {
  const places: number[] = []
  for (const wish of wishes) places.push(Math.max(wish, (places.at(-1) ?? -gap) + gap))
  const over = (places.at(-1) ?? 0) - 100
  if (over <= 0) return places
  // Too high: push down from the top as far as needed.
  for (let i = places.length - 1, limit = 100; i >= 0; i--, limit -= gap) {
    places[i] = Math.min(places[i] ?? 0, limit)
  }
  return places
}
