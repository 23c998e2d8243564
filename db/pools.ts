import { setTimeout as wait } from 'node:timers/promises'
import type { Sql } from 'postgres'
import { openDb, openSql, type Db } from '@/db/client'

export interface Clients {
  db: Db
  sql: Sql
}

interface Timing {
  /** Between two looks whether the server still answers, while the clients are in use. */
  everyMs: number
  /** A server that takes longer to answer is away, and whoever waits for it is told so. */
  patienceMs: number
  /** The looking ends so long after the last use. */
  restMs: number
}

const TIMING: Timing = { everyMs: 1000, patienceMs: 2000, restMs: 30_000 }
/** A busy process may be late in reading an answer that is there already. */
const GRACE_MS = 250

/**
 * The two clients of a process that answers requests. A server that is cut off says nothing and the driver would wait for
 * ever: here a connection of its own asks every second, and where no answer comes all clients are given up. What waited
 * for them fails at once, and the next use opens new ones.
 */
export class Pools {
  private clients: Clients | null = null
  private probe: Sql | null = null
  private usedAt = 0
  private watching = false

  constructor(
    private readonly url: string,
    private readonly timing: Timing = TIMING,
  ) {}

  get(): Clients {
    this.usedAt = Date.now()
    this.clients ??= { db: openDb(this.url, { web: true }), sql: openSql(this.url, { web: true }) }
    if (!this.watching) void this.watch()
    return this.clients
  }

  async close(): Promise<void> {
    this.usedAt = 0
    const { clients, probe } = this
    this.clients = this.probe = null
    await Promise.all([clients?.sql.end({ timeout: 5 }), clients?.db.close(), probe?.end({ timeout: 1 })])
  }

  private async watch(): Promise<void> {
    this.watching = true
    while (Date.now() - this.usedAt < this.timing.restMs) {
      await wait(this.timing.everyMs, undefined, { ref: false })
      if (this.clients && (await this.isSilent())) this.giveUp()
    }
    this.watching = false
  }

  /** Silent is neither an answer nor an error: errors reach whoever asks by themselves. */
  private async isSilent(): Promise<boolean> {
    this.probe ??= openSql(this.url, { max: 1 })
    const answer = this.probe`select 1`.then(
      () => false,
      () => false,
    )
    const { patienceMs } = this.timing
    const late = wait(patienceMs, null, { ref: false }).then(() => wait(GRACE_MS, true, { ref: false }))
    return Promise.race([answer, late])
  }

  private giveUp(): void {
    const { clients, probe } = this
    this.clients = this.probe = null
    void clients?.sql.end({ timeout: 0 })
    void clients?.db.destroy()
    void probe?.end({ timeout: 0 })
  }
}
