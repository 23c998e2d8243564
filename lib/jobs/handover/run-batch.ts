import { log } from '@/lib/log'
import { isAway } from '@/lib/away'
import { release, Stale } from '../lease'
import { takeBatch, type BatchPlace, type HandoverDeps } from './lease'
import { handOverStep } from './step'

/**
 * Takes a batch and hands over what is due until nothing is, or `sliceMs` are over. Safe to call from any number of processes, and after
 * any crash: each contact is handed over at least once, always with the same message id. False where it was not there to be taken.
 */
export async function runBatch(deps: HandoverDeps, place: BatchPlace, sliceMs = 10_000): Promise<boolean> {
  const taken = await takeBatch(deps.sql, place)
  if (!taken) return false
  const end = performance.now() + sliceMs
  try {
    while (performance.now() < end && deps.stopping?.() !== true) {
      if ((await handOverStep(deps, taken)) === 0) break
    }
  } catch (error) {
    if (error instanceof Stale) return true
    if (!isAway(error)) {
      const name = error instanceof Error ? error.name : typeof error
      const code = (error as { code?: unknown }).code
      log.error({ batchId: place.batchId, error: name, code }, 'a step of a batch failed')
    }
    return true
  }
  await release(deps.sql, 'batches', { ...taken, id: taken.batchId })
  return true
}
