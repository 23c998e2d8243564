import type PgBoss from 'pg-boss'
import { waitingRuns, type RunPlace } from '@/lib/services/recognition/run'
import { runRecognition, type RunDeps } from '@/lib/services/recognition/run-recognition'

const QUEUE = 'recognition'
const SLICE_MS = 10_000

/**
 * Works on runs of recognition over the history, one at a time, with slices that stand in `running` while they last. Gives
 * what queues the runs that wait.
 */
export async function serveRecognition(
  boss: PgBoss,
  deps: RunDeps,
  running: Set<Promise<void>>,
): Promise<() => Promise<void>> {
  await boss.createQueue(QUEUE, { name: QUEUE, policy: 'short', expireInSeconds: 60, retryLimit: 0 })
  const sweep = async () => {
    for (const place of await waitingRuns(deps.sql, 50))
      await boss.send(QUEUE, { ...place }, { singletonKey: place.runId })
  }
  await boss.work<RunPlace>(QUEUE, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async ([job]) => {
    if (!job || deps.stopping?.()) return
    const slice = runRecognition(deps, job.data, { sliceMs: SLICE_MS }).then((end) => {
      if (end === 'open' && !deps.stopping?.()) setTimeout(() => void sweep().catch(() => undefined), 10)
    })
    running.add(slice)
    await slice.finally(() => running.delete(slice))
  })
  return sweep
}
