import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { isAlive, startedAt } from '@/db/embedded/postmaster'

/** Who holds a data folder, and where it can be visited. */
export interface Holder {
  pid: number
  /** Tells a process from a later one with the same id. */
  started: string
  address: string
}

/** Takes the lock file, over the remains of a killed process too. Gives the holder where another process lives that has it. */
export async function takeLock(
  file: string,
  address: string,
): Promise<{ release: () => Promise<void> } | { holder: Holder }> {
  const mine: Holder = { pid: process.pid, started: startedAt(process.pid), address }
  const aside = `${file}.${randomUUID()}`
  await writeFile(aside, JSON.stringify(mine), { mode: 0o600 })
  try {
    for (;;) {
      if (await placed(aside, file)) return { release: () => rm(file, { force: true }) }
      const holder = await readHolder(file)
      if (holder && isAlive(holder.pid) && startedAt(holder.pid) === holder.started) return { holder }
      await removeStale(file, holder)
    }
  } finally {
    await rm(aside, { force: true })
  }
}

/** A hard link appears whole or not at all, and never over a file that is there. */
async function placed(aside: string, file: string): Promise<boolean> {
  try {
    await link(aside, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder
  } catch {
    return null // taken away meanwhile, or damaged
  }
}

/** Moves it aside first: should a faster start have put its own there meanwhile, that one goes back. */
async function removeStale(file: string, stale: Holder | null): Promise<void> {
  const away = `${file}.${randomUUID()}`
  try {
    await rename(file, away)
  } catch {
    return // somebody else removed it
  }
  const taken = await readHolder(away)
  if (taken && (taken.pid !== stale?.pid || taken.started !== stale.started)) await placed(away, file)
  await rm(away, { force: true })
}
