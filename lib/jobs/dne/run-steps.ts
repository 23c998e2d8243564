import type { Sql, TransactionSql } from 'postgres'
import {
  saveRun,
  takeRun,
  type Run,
  type RunKind,
  type RunPlace,
  type Step,
} from '@/lib/services/dne/runs/run'
import { release, Stale, type SliceEnd } from '../lease'
import { removeStep } from './remove-step'
import { settleStep } from './settle-step'
import { undoStep } from './undo-step'

export interface DneRunDeps {
  sql: Sql
  /** True once the worker is to stop after the step at hand. */
  stopping?: () => boolean
  /** Called where a killed process would leave its mark; tests throw there. */
  fault?: (point: 'written' | 'committed') => void | Promise<void>
  now?: () => Date
}

/** Bounces or entries a step: well below a second, in which imports and hand-overs of the workspace wait. */
const STEP = 5_000

const STEPS: Record<
  RunKind,
  (tx: TransactionSql, run: Run, at: { size: number; now: Date }) => Promise<Step>
> = {
  settle: settleStep,
  remove: removeStep,
  undo: undoStep,
}

/**
 * Takes a run over the list and works on it until it is done or `sliceMs` are over. Safe to call from any number of processes at once,
 * and after any crash: the step at hand is lost, nothing else.
 */
export async function runSteps(
  deps: DneRunDeps,
  place: RunPlace,
  { sliceMs = Infinity, step = STEP } = {},
): Promise<SliceEnd> {
  let run = await takeRun(deps.sql, place)
  if (!run) return 'not_taken'
  const until = performance.now() + sliceMs
  try {
    while (performance.now() < until && deps.stopping?.() !== true) {
      const { next, ended } = await oneStep(deps, run, step)
      if (ended) return 'settled'
      run = next
    }
  } catch (error) {
    if (error instanceof Stale) return 'settled'
    await release(deps.sql, 'dne_runs', { ...run, id: run.runId }).catch(() => undefined)
    throw error
  }
  await release(deps.sql, 'dne_runs', { ...run, id: run.runId })
  return 'open'
}

async function oneStep(deps: DneRunDeps, run: Run, size: number): Promise<{ next: Run; ended: boolean }> {
  const done = await deps.sql.begin(async (tx) => {
    const step = await STEPS[run.kind](tx, run, { size, now: deps.now?.() ?? new Date() })
    await deps.fault?.('written')
    return { next: await saveRun(tx, run, step), ended: step.ended }
  })
  await deps.fault?.('committed')
  return done
}
