import type { Sql } from 'postgres'
import { env, requireSecret } from '@/lib/env'
import { readAllowList } from '@/lib/outbound/allow-list'
import { waitingBatches, type BatchPlace, type HandoverDeps } from './handover/lease'
import { runBatch } from './handover/run-batch'
import { settleQuiet } from './handover/settle-quiet'

/** Batches handed over side by side. */
const CONCURRENCY = 3
const QUIET_MS = 60_000

interface Handovers {
  /** Looks for batches whose time has come, and works on them beside everything else. */
  sweep: () => Promise<void>
  /** Looks for contacts that stayed quiet after their hand-over; at most once a minute. */
  settle: () => Promise<void>
}

/** What a worker needs to hand over: the batches' own rows are the queue, their leases keep workers apart. */
export function serveHandovers(
  { sql, stopping }: { sql: Sql; stopping: () => boolean },
  running: Set<Promise<void>>,
): Handovers {
  const deps: HandoverDeps = {
    sql,
    stopping,
    key: requireSecret,
    outbound: { allow: readAllowList(env().REBOUND_WEBHOOK_ALLOW) },
    now: () => new Date(),
  }
  const open = new Map<string, Promise<void>>()
  let settledAt = -Infinity

  function start(place: BatchPlace): void {
    const slice = runBatch(deps, place)
      .then(() => undefined)
      .finally(() => {
        open.delete(place.batchId)
        running.delete(slice)
      })
    open.set(place.batchId, slice)
    running.add(slice)
  }
  return {
    async sweep() {
      if (stopping() || open.size >= CONCURRENCY) return
      const waiting = await waitingBatches(sql, deps.now())
      for (const place of waiting
        .filter(({ batchId }) => !open.has(batchId))
        .slice(0, CONCURRENCY - open.size))
        start(place)
    },
    async settle() {
      if (performance.now() - settledAt < QUIET_MS) return
      settledAt = performance.now()
      await settleQuiet(sql, deps.now())
    },
  }
}
