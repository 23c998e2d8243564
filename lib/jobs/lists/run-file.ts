import { log } from '@/lib/log'
import { UnreadableFile } from '@/lib/jobs/reading/unpack'
import { isAway } from '@/lib/away'
import { Stale, type SliceEnd } from '../lease'
import { checkFile } from './check-file'
import { failFile, releaseFile, takeFile, type ListDeps, type ListFilePlace, type TakenFile } from './lease'
import { readList } from './read-list'
import { storeList } from './store-list'

/**
 * Takes a file of addresses and works on it until it is read or stored, or the worker stops. Safe to call from any number of
 * processes at once, and after any crash: a reading begins anew, storing goes on behind its last step.
 */
export async function runListFile(deps: ListDeps, place: ListFilePlace): Promise<SliceEnd> {
  const taken = await takeFile(deps.sql, place)
  if (!taken) return 'not_taken'
  try {
    const done = await work(deps, taken)
    if (!done) await releaseFile(deps.sql, taken, false)
    return done ? 'settled' : 'open'
  } catch (error) {
    return giveUp(deps, taken, error)
  }
}

function work(deps: ListDeps, taken: TakenFile): Promise<boolean> {
  if (taken.state === 'storing') return storeList(deps, taken)
  return taken.purpose === 'check' ? checkFile(deps, taken) : readList(deps, taken)
}

async function giveUp(deps: ListDeps, taken: TakenFile, error: unknown): Promise<'settled' | 'open'> {
  if (error instanceof Stale) return 'settled'
  if (error instanceof UnreadableFile) {
    await failFile(deps.sql, taken, error.message)
    return 'settled'
  }
  if (isAway(error)) return 'open'
  const { code } = error as { code?: unknown }
  const name = error instanceof Error ? error.name : typeof error
  log.error({ fileId: taken.fileId, code, error: name }, 'a step of a list failed')
  await releaseFile(deps.sql, taken, true)
  return 'open'
}
