import postgres from 'postgres'
import { openSql } from '@/db/client'
import { log } from '@/lib/log'
import { isAway } from '@/lib/away'
import { giveWay, WORKER_SESSIONS } from './give-way'
import { serveHandovers } from './handover-queue'
import type { Deps } from './imports/work'
import { sweepListFiles } from './lists/sweep'
import { openQueue } from './queue'
import { serveQueues } from './queues'
import { WORK_CHANNEL } from './wake'
import { sweepUploads } from './sweep-uploads'
import { serveUpkeep } from './upkeep-queue'

export interface WorkerOptions {
  databaseUrl: string
  /** Imports worked on side by side. */
  concurrency?: number
  fault?: Deps['fault']
}

const SWEEP_MS = 5_000
/** Hand-overs follow a calendar by the second. */
const HANDOVER_MS = 1_000
const UPLOAD_SWEEP_MS = 10 * 60_000

/**
 * Starts a worker: takes imports that wait, whoever left them, and works on them. Any number of workers may run; what one leaves at its
 * death another takes over within 30 seconds. `stop` ends after the step at hand.
 */
export async function startWorker(options: WorkerOptions): Promise<{ stop: () => Promise<void> }> {
  const concurrency = options.concurrency ?? 2
  const sql = openSql(options.databaseUrl, { max: 8 + concurrency * 3, name: WORKER_SESSIONS })
  const queueSql = postgres(options.databaseUrl, { max: 1, onnotice: () => {} })
  const boss = await openQueue(queueSql)
  let stopping = false
  const running = new Set<Promise<void>>()
  const deps: Deps = { sql, stopping: () => stopping, ...(options.fault ? { fault: options.fault } : {}) }

  const state = { stopping: () => stopping, running, concurrency }
  const sweep = guarded(await serveQueues(boss, deps, state))
  const handovers = serveHandovers({ sql, stopping: () => stopping }, running)
  const listening = await sql.listen(
    WORK_CHANNEL,
    () => void sweep(),
    () => void sweep(),
  )
  const timers = [
    setInterval(() => void sweep(), SWEEP_MS),
    setInterval(
      guarded(() => giveWay(sql)),
      SWEEP_MS,
    ),
    setInterval(guarded(handovers.sweep), HANDOVER_MS),
    setInterval(guarded(handovers.settle), SWEEP_MS),
    setInterval(guarded(serveUpkeep({ sql, stopping: () => stopping }, running)), SWEEP_MS),
    setInterval(
      guarded(async () => {
        await sweepUploads(sql)
        await sweepListFiles(sql)
      }),
      UPLOAD_SWEEP_MS,
    ),
  ]

  async function stop(): Promise<void> {
    stopping = true
    timers.forEach(clearInterval)
    await listening.unlisten().catch(() => undefined)
    await Promise.allSettled(running)
    await boss.stop({ graceful: true, timeout: 5_000 }).catch(() => undefined)
    await Promise.all([sql.end({ timeout: 5 }), queueSql.end({ timeout: 5 })])
  }
  return { stop }
}

/** What runs by a timer outlives a database that is away. */
function guarded(run: () => Promise<void>): () => Promise<void> {
  return async () => {
    try {
      await run()
    } catch (error) {
      if (isAway(error)) return
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a sweep failed')
    }
  }
}
