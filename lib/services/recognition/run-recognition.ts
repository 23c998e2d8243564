import type { Sql, TransactionSql } from 'postgres'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { bumpDataVersion } from '@/lib/services/data-version'
import { release, Stale, type SliceEnd } from '@/lib/jobs/lease'
import { recordChange } from '@/lib/services/replies/act'
import { moveBack } from '@/lib/services/replies/move-back'
import { addChanges, countChanges } from './changes'
import { judgeAnew, nextBounces, type NewJudgement } from './judge'
import { saveRun, takeRun, type Run, type RunPlace } from './run'
import { storeJudgements } from './store'

export interface RunDeps {
  sql: Sql
  /** True once the worker is to stop after the step at hand. */
  stopping?: () => boolean
  /** Called between the steps' statements; tests end a worker there. */
  fault?: (point: string) => void | Promise<void>
}

/** Bounces of a step. */
const STEP = 10_000

/**
 * Takes a run and works on it until it is settled or waits for a person, or `sliceMs` are over. Safe to call from any number of
 * processes at once, and after any crash: the step at hand is lost, nothing else.
 */
export async function runRecognition(
  deps: RunDeps,
  place: RunPlace,
  { sliceMs = Infinity, step = STEP } = {},
): Promise<SliceEnd> {
  let run = await takeRun(deps.sql, place)
  if (!run) return 'not_taken'
  const end = performance.now() + sliceMs
  const isOpen = () => run !== null && ['checking', 'running', 'undoing'].includes(run.state)
  try {
    while (isOpen() && performance.now() < end && deps.stopping?.() !== true)
      run = run.state === 'undoing' ? await takeBack(deps, run, step) : await goOn(deps, run, step)
  } catch (error) {
    if (error instanceof Stale) return 'settled'
    await release(deps.sql, 'recognition_runs', { ...run, id: run.runId }).catch(() => undefined)
    throw error
  }
  if (!isOpen()) return 'settled'
  await release(deps.sql, 'recognition_runs', { ...run, id: run.runId })
  return 'open'
}

/** Reads and judges outside of the lock, so that others wait for the writing only. */
async function goOn(deps: RunDeps, run: Run, step: number): Promise<Run> {
  const rows = await nextBounces(deps.sql, run, step)
  const changed = await judgeAnew(rows)
  const last = rows.at(-1)
  return deps.sql.begin(async (tx) => {
    const ended = rows.length < step
    const moved = run.state === 'running' ? await store(deps, tx, run, changed) : changed
    const changes = addChanges(
      run.changes,
      moved.map(({ old, category, type }) => ({ from: old, to: { category, type } })),
    )
    const next = await saveRun(tx, run, {
      state: !ended ? run.state : run.state === 'checking' ? 'checked' : 'done',
      reachedAt: last?.occurredAt ?? run.reachedAt,
      reachedKey: last?.dedupeKey ?? run.reachedKey,
      seen: run.seen + rows.length,
      changes,
    })
    if (run.state === 'running') await count(tx, next)
    return next
  })
}

async function store(deps: RunDeps, tx: TransactionSql, run: Run, changed: readonly NewJudgement[]) {
  const timeZone = await lockFacts(tx, run.workspaceId)
  const moved = await storeJudgements(tx, run, timeZone, changed)
  await deps.fault?.('bounces judged')
  return moved
}

/** Keeps the act's count, tells cached figures, and writes it down at the end. */
async function count(tx: TransactionSql, run: Run): Promise<void> {
  const sum = countChanges(run.changes)
  await tx`
    update reclassifications set count = ${sum} where workspace_id = ${run.workspaceId} and id = ${run.runId}`
  if (run.state === 'done') await tell(tx, run, 'bounces.recognised_anew', sum)
  else await bumpDataVersion(tx, run.workspaceId)
}

async function tell(tx: TransactionSql, run: Run, action: string, sum: number): Promise<void> {
  const who = { workspace: { id: run.workspaceId }, actor: { userId: run.createdBy }, now: new Date() }
  await recordChange(tx, who, { action, subjectId: run.runId, count: sum })
}

async function takeBack(deps: RunDeps, run: Run, step: number): Promise<Run> {
  return deps.sql.begin(async (tx) => {
    const timeZone = await lockFacts(tx, run.workspaceId)
    const workspace = { id: run.workspaceId, timeZone }
    const { taken } = await moveBack(tx, workspace, run.runId, step)
    await deps.fault?.('bounces moved back')
    const ended = taken < step
    const next = await saveRun(tx, run, {
      ...run,
      state: ended ? 'undone' : 'undoing',
      seen: run.seen + taken,
    })
    if (!ended) await bumpDataVersion(tx, run.workspaceId)
    else {
      await tx`
        update reclassifications set undone_at = now() where workspace_id = ${run.workspaceId} and id = ${run.runId}`
      await tell(tx, run, 'bounces.reclassification_undone', next.seen)
    }
    return next
  })
}
