import type { ImportProgress } from '@/lib/ingest/counts'

/** Sizes steps so that each takes about as long as wanted, and measures the rate for people. */
export class Pace {
  private rate = 0
  private last = performance.now()

  constructor(
    public size: number,
    private readonly most: number,
    private readonly wantedMs = 900,
  ) {}

  /** Notes a step of `rows` that took `ms`. */
  stepped(rows: number, ms: number): void {
    const factor = Math.min(2, Math.max(0.5, this.wantedMs / Math.max(ms, 1)))
    if (rows >= this.size * 0.9 || factor < 1) {
      this.size = Math.round(Math.min(this.most, Math.max(1000, this.size * factor)))
    }
  }

  /** Progress after `amount` more of the unit and `rows` more rows since the last call. */
  progress(now: Omit<ImportProgress, 'rate' | 'secondsLeft'>, amount: number, rows: number): ImportProgress {
    const seconds = Math.max(0.001, (performance.now() - this.last) / 1000)
    this.last = performance.now()
    const rate = rows / seconds
    this.rate = this.rate === 0 ? rate : this.rate * 0.7 + rate * 0.3
    const perSecond = rows === 0 ? 0 : (amount / rows) * this.rate
    const left = Math.max(0, now.total - now.done)
    return {
      ...now,
      rate: Math.round(this.rate),
      secondsLeft: perSecond > 0 ? Math.ceil(left / perSecond) : null,
    }
  }
}
