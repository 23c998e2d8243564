import type PgBoss from 'pg-boss'
import { waitingFiles, type ListDeps, type ListFilePlace } from './lists/lease'
import { runListFile } from './lists/run-file'

const QUEUE = 'list-files'

/** Serves files of addresses beside the imports; gives what queues those that wait. */
export async function serveListFiles(
  boss: PgBoss,
  deps: ListDeps,
  running: Set<Promise<void>>,
): Promise<() => Promise<void>> {
  await boss.createQueue(QUEUE, { name: QUEUE, policy: 'short', expireInSeconds: 60, retryLimit: 0 })
  const sweep = async () => {
    for (const job of await waitingFiles(deps.sql, 50)) {
      await boss.send(QUEUE, { ...job }, { singletonKey: job.fileId })
    }
  }
  const work = async ([job]: { data: ListFilePlace }[]) => {
    if (!job || deps.stopping?.()) return
    const slice = runListFile(deps, job.data).then(() => undefined)
    running.add(slice)
    await slice.finally(() => running.delete(slice))
  }
  // A check of contacts must not wait for a list of millions.
  for (let each = 0; each < 2; each++) {
    await boss.work<ListFilePlace>(QUEUE, { batchSize: 1, pollingIntervalSeconds: 0.5 }, work)
  }
  return sweep
}
