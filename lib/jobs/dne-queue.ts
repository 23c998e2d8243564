import type PgBoss from 'pg-boss'
import { waitingRuns, type RunPlace } from '@/lib/services/dne/runs/run'
import { runSteps, type DneRunDeps } from './dne/run-steps'

const QUEUE = 'dne-runs'
const SLICE_MS = 10_000

/** Works on runs over the list, two at a time, with slices that stand in `running` while they last. Gives what queues those that wait. */
export async function serveDneRuns(
  boss: PgBoss,
  deps: DneRunDeps,
  running: Set<Promise<void>>,
): Promise<() => Promise<void>> {
  await boss.createQueue(QUEUE, { name: QUEUE, policy: 'short', expireInSeconds: 60, retryLimit: 0 })
  const sweep = async () => {
    for (const place of await waitingRuns(deps.sql, 50))
      await boss.send(QUEUE, { ...place }, { singletonKey: place.runId })
  }
  const work = async ([job]: { data: RunPlace }[]) => {
    if (!job || deps.stopping?.()) return
    const slice = runSteps(deps, job.data, { sliceMs: SLICE_MS }).then((end) => {
      if (end === 'open' && !deps.stopping?.()) setTimeout(() => void sweep().catch(() => undefined), 10)
    })
    running.add(slice)
    await slice.finally(() => running.delete(slice))
  }
  // A policy of one workspace must not wait for a removal of millions in another.
  for (let each = 0; each < 2; each++)
    await boss.work<RunPlace>(QUEUE, { batchSize: 1, pollingIntervalSeconds: 0.5 }, work)
  return sweep
}
