import { log } from '@/lib/log'
import { UnreadableFile } from '../reading/unpack'
import { runChecking } from './checking-phase'
import { isAway } from '@/lib/away'
import { waitForDatabase } from './connection-errors'
import { keptWhile, Stale, type SliceEnd } from '../lease'
import { failImport, LEASE_SECONDS, loadWork, noteError, releaseImport, saveStep, takeImport } from './lease'
import { runReading } from './reading-phase'
import { runRemoving } from './removing-phase'
import { runStoring } from './storing-phase'
import { emptyReading, StageLost, type Deps, type Taken, type Work } from './work'

const PHASES = { reading: runReading, checking: runChecking, storing: runStoring, removing: runRemoving }

/**
 * Takes an import and works on it until it is settled or waits for a person, or `sliceMs` are over. Safe to call from any number of
 * processes at once, and after any crash: the step at hand is lost, nothing else.
 */
export async function runImport(
  deps: Deps,
  place: { workspaceId: string; importId: string },
  sliceMs = Infinity,
): Promise<SliceEnd> {
  const taken = await takeImport(deps.sql, place)
  if (!taken) return 'not_taken'
  const held = { ...taken, id: taken.importId }
  return keptWhile(deps.sql, 'imports', held, () => runSlice(deps, taken, sliceMs), LEASE_SECONDS)
}

async function runSlice(deps: Deps, taken: Taken, sliceMs: number): Promise<SliceEnd> {
  const end = performance.now() + sliceMs
  const until = () => performance.now() >= end || deps.stopping?.() === true
  try {
    while (!until()) if (!(await runPhase(deps, taken, until))) return 'settled'
    await releaseImport(deps.sql, taken)
    return 'open'
  } catch (error) {
    return giveUp(deps, taken, error)
  }
}

/** Runs the phase the import is in; false where nothing is left to do. */
async function runPhase(deps: Deps, taken: Taken, until: () => boolean): Promise<boolean> {
  try {
    const work = await loadWork(deps.sql, taken)
    if (!work) return false
    await restageIfLost(deps, taken, work, () => PHASES[work.checkpoint.phase](deps, taken, work, until))
    return true
  } catch (error) {
    if (!isAway(error)) throw error
    log.warn({ importId: taken.importId }, 'an import waits for the database')
    await waitForDatabase(deps.sql, () => deps.stopping?.() === true)
    return true
  }
}

/** After a crash of the database the stage is made again: from the file, or from the bounces where an import is being undone. */
async function restageIfLost(deps: Deps, taken: Taken, work: Work, run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof StageLost) && (error as { code?: string }).code !== '42P01') throw error
    const { checkpoint } = work
    const again =
      checkpoint.phase === 'removing'
        ? { ...checkpoint, removing: { ...checkpoint.removing, collected: false } }
        : { ...checkpoint, phase: 'reading' as const, reading: emptyReading() }
    await deps.sql.begin((tx) => saveStep(tx, taken, { checkpoint: again, prepares: true }))
  }
}

async function giveUp(deps: Deps, taken: Taken, error: unknown): Promise<SliceEnd> {
  if (error instanceof Stale) return 'settled'
  if (error instanceof UnreadableFile) {
    await failImport(deps.sql, taken, error.message)
    return 'settled'
  }
  const code = (error as { code?: unknown }).code
  const name = error instanceof Error ? error.name : typeof error
  const stack =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')) : []
  log.error(
    { importId: taken.importId, code, error: name, stack: stack.slice(0, 8).join('\n') },
    'a step of an import failed',
  )
  await noteError(deps.sql, taken, sentenceOf(error))
  return 'open'
}

/** What a person is told of a third failure: never the data or the database's own words. */
function sentenceOf(error: unknown): string {
  const code = (error as { code?: unknown }).code
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return 'Reading this file takes more memory than Rebound allows for one file.'
  if (code === '53100') return 'The disk of the database is full.'
  if (error instanceof Error && error.message.includes('hangs'))
    return 'Reading this file takes forever at one place.'
  return 'Reading this file broke off three times at the same place.'
}
