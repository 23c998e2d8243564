import { at, saveStep } from './lease'
import { loadOptOuts, optOutCounts } from './opt-outs'
import { Pace } from './pace'
import { seenAccounts } from './seen-accounts'
import { requireStage } from './stage-table'
import { loadStepRows } from './step-rows'
import { groupStepRows } from './store-step'
import { addToTally, countsOf } from './tally'
import type { Checkpoint, Deps, Taken, Tx, Work } from './work'

/** The dry run's second half: counts, a step at a time, which staged rows are new. Changes nothing else. */
export async function runChecking(deps: Deps, taken: Taken, work: Work, until: () => boolean): Promise<void> {
  let checkpoint = work.checkpoint
  const pace = new Pace(10_000, 100_000)
  for (let more = true; more && !until();) {
    const started = performance.now()
    const next = await deps.sql.begin(async (tx) => {
      await requireStage(tx, taken)
      const step = await checkStep(tx, taken, work, checkpoint, pace.size)
      await at(deps, 'step checked')
      await finishStep(tx, taken, checkpoint, step, pace)
      return step
    })
    await at(deps, 'check committed')
    pace.stepped(next.looked, performance.now() - started)
    checkpoint = next.checkpoint
    more = next.looked > 0
  }
}

interface CheckStep {
  checkpoint: Checkpoint
  /** Outcomes gone through, and staged rows among them. */
  looked: number
  rows: number
}

async function checkStep(
  tx: Tx,
  taken: Taken,
  { timeZone }: Work,
  checkpoint: Checkpoint,
  size: number,
): Promise<CheckStep> {
  const { after, tally } = checkpoint.checking
  const to = Math.min(after + size, checkpoint.reading.seq)
  if (to === after) return { checkpoint, looked: 0, rows: 0 }
  const step = await loadStepRows(tx, { ...taken, timeZone, after, to })
  const groups = await groupStepRows(tx, step)
  const checking = { after: to, tally: addToTally(tally, groups, step.known) }
  return { checkpoint: { ...checkpoint, checking }, looked: to - after, rows: step.rows }
}

async function finishStep(
  tx: Tx,
  taken: Taken,
  before: Checkpoint,
  { checkpoint, looked, rows }: CheckStep,
  pace: Pace,
): Promise<void> {
  const { tally } = checkpoint.checking
  if (looked === 0) {
    const seen = await seenAccounts(tx, taken, Object.keys(tally.byAccount))
    const told = optOutCounts(
      before.reading,
      await loadOptOuts(tx, taken, { after: 0, to: before.reading.seq }),
    )
    const counts = { ...countsOf(before.reading, tally, seen), optOuts: told }
    await saveStep(tx, taken, { checkpoint, progress: null, counts, state: 'staged' })
    return
  }
  const done = tally.new + tally.known
  const total = checkpoint.reading.staged
  const progress = pace.progress({ phase: 'checking', unit: 'rows', done, total, rows: done }, rows, rows)
  await saveStep(tx, taken, { checkpoint, progress })
}
