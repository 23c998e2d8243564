import { lockFacts } from './facts-lock'
import { at, saveStep } from './lease'
import { Pace } from './pace'
import { dropLanes } from './lanes'
import { passDismissed } from './pass-dismissed'
import { removeOptOuts } from './remove-opt-outs'
import { collectRows, dropNames, passKnownRows, removeRows } from './remove-step'
import { settleUpload } from './settle-upload'
import { dropStage, requireStage } from './stage-table'
import type { Checkpoint, Deps, Taken, Tx, Work } from './work'

/** Takes an import back, a step at a time in key order: what another import knows passes to it, the rest is removed. */
export async function runRemoving(deps: Deps, taken: Taken, work: Work, until: () => boolean): Promise<void> {
  let checkpoint = work.checkpoint
  if (!checkpoint.removing.collected) {
    checkpoint = await deps.sql.begin((tx) => collect(tx, taken, checkpoint))
    await at(deps, 'removal collected')
  }
  const pace = new Pace(10_000, 40_000)
  for (let more = true; more && !until();) {
    const started = performance.now()
    const next = await deps.sql.begin(async (tx) => {
      const timeZone = await lockFacts(tx, taken.workspaceId)
      await requireStage(tx, taken)
      const { after, heir } = checkpoint.removing
      const found = await removeRows(deps, tx, {
        ...taken,
        timeZone,
        after,
        heir,
        size: pace.size,
      })
      const removing = {
        ...checkpoint.removing,
        after: found.last ?? after,
        done: checkpoint.removing.done + found.rows,
      }
      const stepped: Checkpoint = { ...checkpoint, removing }
      if (found.rows < pace.size) await finish(tx, taken, stepped)
      else await saveProgress(tx, taken, stepped, pace, found.rows)
      await at(deps, 'removal saved')
      return { checkpoint: stepped, rows: found.rows, ended: found.rows < pace.size }
    })
    await at(deps, 'removal committed')
    pace.stepped(next.rows, performance.now() - started)
    checkpoint = next.checkpoint
    more = !next.ended
  }
}

async function collect(tx: Tx, taken: Taken, checkpoint: Checkpoint): Promise<Checkpoint> {
  await lockFacts(tx, taken.workspaceId)
  const { total, heir } = await collectRows(tx, taken)
  await removeOptOuts(tx, taken, heir)
  await passDismissed(tx, taken, heir)
  const next: Checkpoint = {
    ...checkpoint,
    removing: { ...checkpoint.removing, collected: true, after: null, total, heir, done: 0 },
  }
  await saveStep(tx, taken, { checkpoint: next, prepares: true })
  return next
}

async function saveProgress(
  tx: Tx,
  taken: Taken,
  checkpoint: Checkpoint,
  pace: Pace,
  rows: number,
): Promise<void> {
  const { done, total } = checkpoint.removing
  const progress = pace.progress({ phase: 'removing', unit: 'rows', done, total, rows: done }, rows, rows)
  await saveStep(tx, taken, { checkpoint, progress })
}

async function finish(tx: Tx, taken: Taken, checkpoint: Checkpoint): Promise<void> {
  const { then, heir, done } = checkpoint.removing
  await saveStep(tx, taken, { checkpoint, progress: null, state: then, finished: true })
  await passKnownRows(tx, taken, heir)
  await dropNames(tx, taken)
  await dropStage(tx, taken)
  await dropLanes(tx, taken)
  const action = then === 'undone' ? 'import.undone' : 'import.cancelled'
  await settleUpload(tx, taken, { action, count: done, actorId: checkpoint.actorId })
}
