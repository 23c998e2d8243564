import type PgBoss from 'pg-boss'
import { waitingRuns as waitingDneRuns } from '@/lib/services/dne/runs/run'
import { waitingRuns } from '@/lib/services/recognition/run'
import { runRecognition } from '@/lib/services/recognition/run-recognition'
import { runSteps } from './dne/run-steps'
import { waitingImports } from './imports/lease'
import { runImport } from './imports/run-import'
import type { Deps } from './imports/work'
import { waitingFiles } from './lists/lease'
import { runListFile } from './lists/run-file'
import { serveQueue, type WorkerState } from './serve-queue'

const SLICE_MS = 10_000

/** Serves every queue of a worker; gives what queues all that waits. */
export async function serveQueues(
  boss: PgBoss,
  deps: Deps,
  { concurrency, ...state }: WorkerState & { concurrency: number },
): Promise<() => Promise<void>> {
  const { sql } = deps
  const plain = { sql, stopping: state.stopping }
  const sweeps = [
    await serveQueue(
      boss,
      {
        name: 'imports',
        atOnce: concurrency,
        waiting: (limit) => waitingImports(sql, limit),
        keyOf: ({ importId }) => importId,
        slice: (place) => runImport(deps, place, SLICE_MS),
      },
      state,
    ),
    await serveQueue(
      boss,
      {
        name: 'recognition',
        atOnce: 1,
        waiting: (limit) => waitingRuns(sql, limit),
        keyOf: ({ runId }) => runId,
        slice: (place) => runRecognition(deps, place, { sliceMs: SLICE_MS }),
      },
      state,
    ),
    await serveQueue(
      boss,
      {
        name: 'list-files',
        // A check of contacts must not wait for a list of millions.
        atOnce: 2,
        waiting: (limit) => waitingFiles(sql, limit),
        keyOf: ({ fileId }) => fileId,
        // Worked on to the end; what failed waits for the next look.
        slice: (place) => runListFile(plain, place).then(() => 'settled'),
      },
      state,
    ),
    await serveQueue(
      boss,
      {
        name: 'dne-runs',
        // A policy of one workspace must not wait for a removal of millions in another.
        atOnce: 2,
        waiting: (limit) => waitingDneRuns(sql, limit),
        keyOf: ({ runId }) => runId,
        slice: (place) => runSteps(plain, place, { sliceMs: SLICE_MS }),
      },
      state,
    ),
  ]
  return async () => {
    for (const sweep of sweeps) await sweep()
  }
}
