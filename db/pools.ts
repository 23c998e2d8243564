import { setTimeout as wait } from 'node:timers/promises'
import { sql as text } from 'drizzle-orm'
import type { Sql } from 'postgres'
import { openDb, openSql, type Db } from '@/db/client'
import { Starts } from '@/db/starts'

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
/** Connections of each client. */
const MAX = 10

/**
 * The two clients of a process that answers requests. A server that is cut off says nothing and the driver would wait for
 * ever: here somebody asks every second, and where no answer comes the clients are given up. What waited for them fails at
 * once, and the next use opens new ones.
 */
export class Pools {
  private clients: Clients | null = null
  private probe: Sql | null = null
  private usedAt = 0
  private watching = false
  private starts = new Starts()

  constructor(
    private readonly url: string,
    private readonly timing: Timing = TIMING,
  ) {}

  get(): Clients {
    this.usedAt = Date.now()
    this.clients ??= this.open()
    if (!this.watching) void this.watch()
    return this.clients
  }

  async close(): Promise<void> {
    this.usedAt = 0
    const { clients, probe } = this
    this.clients = this.probe = null
    await Promise.all([clients?.sql.end({ timeout: 5 }), clients?.db.close(), probe?.end({ timeout: 1 })])
  }

  private open(): Clients {
    this.starts = new Starts()
    const use = { max: MAX, web: true, starts: this.starts }
    return { db: openDb(this.url, use), sql: openSql(this.url, use) }
  }

  private async watch(): Promise<void> {
    this.watching = true
    while (Date.now() - this.usedAt < this.timing.restMs) {
      await wait(this.timing.everyMs, undefined, { ref: false })
      if (this.clients && (await this.isStuck(this.clients))) this.giveUp()
    }
    this.watching = false
  }

  /**
   * A probe that is answered says that all is well. Else the clients' own answers count: connections that stand go on
   * where new ones are refused, and the driver lets queries wait on one that broke and then is refused.
   */
  private async isStuck({ db, sql }: Clients): Promise<boolean> {
    const { starts } = this
    if (starts.exceed(2 * MAX)) return true
    this.probe ??= openSql(this.url, { max: 1 })
    const { probe } = this
    const own = [sql`select 1`, db.execute(text`select 1`)].map((each) => this.inTime(each))
    const answer = await this.inTime(probe`select 1`)
    if (answer === 'answered') {
      starts.forget()
      return false
    }
    if (answer === 'late') {
      this.probe = null
      void probe.end({ timeout: 0 })
    }
    return (await Promise.all(own)).includes('late')
  }

  private async inTime(asked: PromiseLike<unknown>): Promise<'answered' | 'refused' | 'late'> {
    const answer = Promise.resolve(asked).then(
      () => 'answered' as const,
      () => 'refused' as const,
    )
    const { patienceMs } = this.timing
    const late = wait(patienceMs, null, { ref: false }).then(() =>
      wait(GRACE_MS, 'late' as const, { ref: false }),
    )
    return Promise.race([answer, late])
  }

  private giveUp(): void {
    const { clients } = this
    this.clients = null
    void clients?.sql.end({ timeout: 0 })
    void clients?.db.destroy()
  }
}
