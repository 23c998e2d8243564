import { setTimeout as wait } from 'node:timers/promises'
import type { Lab } from './stack'

const EVERY_MS = 100
const PATIENCE_MS = 10_000

/** Asks /api/health all the time, as a load balancer does. */
export class Health {
  private readonly statuses = new Map<string, number>()
  private slowest = 0
  private last = '200'
  private sick = false
  private ended = false
  private readonly asking: Promise<void>

  constructor(private readonly lab: Lab) {
    this.asking = this.ask()
  }

  /** From here on `wasSick` tells of what follows. */
  forget(): void {
    this.sick = false
  }

  get wasSick(): boolean {
    return this.sick
  }

  get isWell(): boolean {
    return this.last === '200'
  }

  /** Answers by status, `none` where there was none in time, and the slowest in ms. */
  async end(): Promise<{ statuses: ReadonlyMap<string, number>; slowest: number }> {
    this.ended = true
    await this.asking
    return { statuses: this.statuses, slowest: this.slowest }
  }

  private async ask(): Promise<void> {
    for (; !this.ended; await wait(EVERY_MS)) {
      const since = performance.now()
      this.last = await fetch(`${this.lab.stack.origin}/api/health`, {
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
        .then(async (response) => {
          await response.text()
          return String(response.status)
        })
        .catch(() => 'none')
      this.slowest = Math.max(this.slowest, performance.now() - since)
      this.statuses.set(this.last, (this.statuses.get(this.last) ?? 0) + 1)
      if (this.last === '503') this.sick = true
    }
  }
}
