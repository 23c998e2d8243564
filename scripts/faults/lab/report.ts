/** What every experiment is given. */
export interface Scale {
  /** Rows of the large file. */
  rows: number
  /** Decides the file and every moment that is chosen by chance. */
  seed: number
}

/** Prints what an experiment finds, a line each, and counts what failed. */
export class Report {
  failed = 0
  private readonly since = performance.now()

  /** Something promised; `found` says what was seen. */
  check(promise: string, kept: boolean, found: unknown = ''): void {
    if (!kept) this.failed++
    this.line(kept ? 'PASS' : 'FAIL', promise, found)
  }

  /** A figure nobody promised on this machine. */
  figure(what: string, found: unknown): void {
    this.line('    ', what, found)
  }

  broke(error: unknown): void {
    this.failed++
    this.line('FAIL', 'the experiment broke off', error instanceof Error ? error.stack : error)
  }

  private line(mark: string, what: string, found: unknown): void {
    const minutes = ((performance.now() - this.since) / 60_000).toFixed(1)
    console.log(`${mark}  ${minutes.padStart(5)} min  ${what}${found === '' ? '' : `: ${String(found)}`}`)
  }
}

export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
