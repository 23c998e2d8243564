import { applyEffects } from '@/lib/services/effects'
import { lockFacts } from './facts-lock'
import { dropLanes, openLanes, saveLane, type Lane } from './lanes'
import { at, saveStep } from './lease'
import { Pace } from './pace'
import { maskErased } from './mask-erased'
import { keepPlannerFigures } from './planner-figures'
import { optOutCounts } from './opt-outs'
import { seenAccounts } from './seen-accounts'
import { settleUpload } from './settle-upload'
import { dropStage, storeNames } from './stage-table'
import { requireFreshStage } from './fresh-stage'
import { storeOptOuts } from './store-opt-outs'
import { loadStepRows } from './step-rows'
import { groupStepRows, storeStepRows } from './store-step'
import { addToTally, countsOf, sumTallies } from './tally'
import { Stale } from '../lease'
import type { Deps, Taken, Tx, Work } from './work'

/** How long lanes go on taking steps in a round. */
const ROUND_MS = 3_000

/**
 * Stores the staged rows in rounds: one transaction holds the workspace's facts lock while each lane takes steps, each in a
 * transaction of its own, with its own checkpoint. Between rounds others get their turn at the lock, and a cancel is seen.
 */
export async function runStoring(deps: Deps, taken: Taken, found: Work, until: () => boolean): Promise<void> {
  await deps.sql.begin((tx) => maskErased(tx, taken))
  const work = { ...found, checkpoint: await storeOptOuts(deps, taken, found) }
  const pace = new Pace(0, 0)
  const paces = new Map<number, Pace>()
  let lanes: Lane[] | null = null
  let rounds = 0
  for (let more = true; more && !until();) {
    more = await deps.sql.begin(async (tx) => {
      const timeZone = await lockFacts(tx, taken.workspaceId)
      await requireFreshStage(tx, taken, work)
      lanes ??= await prepare(deps, taken, work)
      await at(deps, 'lanes opened')
      const open = lanes.filter((lane) => !lane.ended)
      const settled = await Promise.allSettled(
        open.map((lane) => laneSteps(deps, taken, timeZone, lane, paceOf(paces, lane), until)),
      )
      const failed = settled.find((each) => each.status === 'rejected')
      if (failed) throw failed.reason
      const stepped = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
      const before = lanes
      lanes = lanes.map((lane) => stepped.find((each) => each.lane === lane.lane) ?? lane)
      const ended = lanes.every((lane) => lane.ended)
      if (ended) await finish(deps, tx, taken, work, lanes)
      else await saveProgress(tx, taken, work, pace, before, lanes)
      return !ended
    })
    await at(deps, 'round committed')
    await keepPlannerFigures(deps.sql, (rounds += 1))
  }
}

function paceOf(paces: Map<number, Pace>, { lane }: Lane): Pace {
  let pace = paces.get(lane)
  if (!pace) paces.set(lane, (pace = new Pace(4_000, 60_000)))
  return pace
}

/** Lanes and names are committed before the first step, so that the lanes of a round never wait for each other. */
async function prepare(deps: Deps, taken: Taken, work: Work): Promise<Lane[]> {
  return deps.sql.begin(async (tx) => {
    await requireFence(tx, taken)
    const lanes = await openLanes(tx, taken, work.checkpoint.reading.seq)
    if (lanes.every((lane) => lane.done === 0)) await storeNames(tx, taken)
    else await tellLanes(tx, taken, work, lanes)
    return lanes
  })
}

/** What lanes committed in a round that a killed worker did not end is progress too, and forgives its death. */
async function tellLanes(tx: Tx, taken: Taken, { checkpoint, progress }: Work, lanes: Lane[]): Promise<void> {
  const done = rowsOf(lanes)
  if (done <= (progress?.phase === 'storing' ? progress.done : 0)) return
  const total = checkpoint.reading.staged
  await saveStep(tx, taken, {
    checkpoint,
    progress: { phase: 'storing', unit: 'rows', done, total, rows: done, rate: 0, secondsLeft: null },
  })
}

const rowsOf = (lanes: Lane[]) => lanes.reduce((sum, lane) => sum + lane.done, 0)

/** Shared, so that lanes don't wait for each other, and whoever takes the import over waits for them. */
async function requireFence(tx: Tx, { workspaceId, importId, fence }: Taken): Promise<void> {
  const rows = await tx`
    select 1 from imports where workspace_id = ${workspaceId} and id = ${importId} and fence = ${fence}
      and state = 'importing' for share`
  if (rows.length === 0) throw new Stale()
}

/** Lanes go on without waiting for each other, so that one derives effects, which takes turns, while the other stores. */
async function laneSteps(
  deps: Deps,
  taken: Taken,
  timeZone: string,
  from: Lane,
  pace: Pace,
  until: () => boolean,
): Promise<Lane> {
  const started = performance.now()
  let lane = from
  do lane = await laneStep(deps, taken, timeZone, lane, pace)
  while (!lane.ended && !until() && performance.now() - started < ROUND_MS)
  return lane
}

async function laneStep(deps: Deps, taken: Taken, timeZone: string, lane: Lane, pace: Pace): Promise<Lane> {
  const started = performance.now()
  const next = await deps.sql.begin(async (tx) => {
    await requireFence(tx, taken)
    const to = Math.min(lane.after + pace.size, lane.end)
    const step = await loadStepRows(tx, { ...taken, timeZone, after: lane.after, to })
    await at(deps, 'step loaded')
    if (step.rows > 0) await storeStepRows(deps, tx, taken, step)
    const groups = await groupStepRows(tx, step)
    const stepped: Lane = {
      ...lane,
      after: to,
      tally: addToTally(lane.tally, groups, step.known),
      done: lane.done + step.rows,
      ended: to === lane.end,
    }
    await saveLane(tx, taken, stepped)
    await at(deps, 'lane saved')
    return stepped
  })
  await at(deps, 'lane committed')
  pace.stepped(next.after - lane.after, performance.now() - started)
  return next
}

async function saveProgress(
  tx: Tx,
  taken: Taken,
  work: Work,
  pace: Pace,
  before: Lane[],
  now: Lane[],
): Promise<void> {
  const done = rowsOf(now)
  const total = work.checkpoint.reading.staged
  const stepped = done - rowsOf(before)
  const progress = pace.progress(
    { phase: 'storing', unit: 'rows', done, total, rows: done },
    stepped,
    stepped,
  )
  await saveStep(tx, taken, { checkpoint: work.checkpoint, progress })
}

async function finish(deps: Deps, tx: Tx, taken: Taken, work: Work, lanes: Lane[]): Promise<void> {
  const tally = sumTallies(lanes.map((lane) => lane.tally))
  // Lanes did not see all of each other's days: what is usual at a provider is known now.
  await applyEffects(tx, taken, [])
  const seen = await seenAccounts(tx, taken, Object.keys(tally.byAccount))
  const { reading, optOuts } = work.checkpoint
  const told = optOutCounts(reading, optOuts?.counted ?? { new: 0, known: 0, unverified: 0 })
  const counts = { ...countsOf(reading, tally, seen), optOuts: told }
  await saveStep(tx, taken, {
    checkpoint: work.checkpoint,
    progress: null,
    counts,
    state: 'imported',
    finished: true,
  })
  await dropStage(tx, taken)
  await dropLanes(tx, taken)
  await settleUpload(tx, taken, {
    action: 'import.finished',
    count: tally.new,
    actorId: work.checkpoint.actorId,
  })
  await at(deps, 'import finished')
}
