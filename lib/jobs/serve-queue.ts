import type PgBoss from 'pg-boss'
import type { SliceEnd } from './lease'

/** A kind of work whose rows are leased: what there is to do stands in its table, a job only says that one waits. */
interface QueueKind<Place extends object> {
  name: string
  /** Slices side by side. */
  atOnce: number
  /** Those that no living worker holds, oldest first. */
  waiting: (limit: number) => Promise<Place[]>
  keyOf: (place: Place) => string
  /** Works on one for a while, so that short work never waits for long. */
  slice: (place: Place) => Promise<SliceEnd>
}

export interface WorkerState {
  stopping: () => boolean
  /** Slices stand here while they last. */
  running: Set<Promise<void>>
}

/** Works on what waits of a kind; gives what queues it. */
export async function serveQueue<Place extends object>(
  boss: PgBoss,
  { name, atOnce, waiting, keyOf, slice }: QueueKind<Place>,
  { stopping, running }: WorkerState,
): Promise<() => Promise<void>> {
  // One job a place waits; one that a dead worker left active stands in nobody's way.
  await boss.createQueue(name, { name, policy: 'short', expireInSeconds: 60, retryLimit: 0 })
  const sweep = async () => {
    for (const place of await waiting(50)) await boss.send(name, place, { singletonKey: keyOf(place) })
  }
  const work = async ([job]: { data: Place }[]) => {
    if (!job || stopping()) return
    const one = slice(job.data).then((end) => {
      if (end === 'open' && !stopping()) setTimeout(() => void sweep().catch(() => undefined), 10)
    })
    running.add(one)
    await one.finally(() => running.delete(one))
  }
  for (let each = 0; each < atOnce; each++)
    await boss.work<Place>(name, { batchSize: 1, pollingIntervalSeconds: 0.5 }, work)
  return sweep
}
