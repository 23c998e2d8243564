import { createHash, randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
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
  const lock = { release: () => rm(file, { force: true }) }
  try {
    for (;;) {
      if (await placed(aside, file)) return lock
      const text = await textOf(file)
      if (text === null) continue
      const holder = holderIn(text)
      if (holder && isAlive(holder.pid) && startedAt(holder.pid) === holder.started) return { holder }
      if (await replaced(file, text, aside)) return lock
    }
  } finally {
    await rm(aside, { force: true })
  }
}

/**
 * Puts ours in the place of what a killed process left. Only the holder of a guard named after exactly that text may, so
 * of several starts none takes away the lock that another has just taken.
 */
async function replaced(file: string, stale: string, aside: string): Promise<boolean> {
  const name = createHash('sha256').update(stale).digest('hex').slice(0, 16)
  const guard = await takeLock(`${file}.${name}`, '')
  if ('holder' in guard) {
    await wait(20)
    return false
  }
  try {
    if ((await textOf(file)) !== stale) return false
    await rename(aside, file)
    return true
  } finally {
    await guard.release()
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

/** Null where it was taken away meanwhile. */
async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null)
}

function holderIn(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return null // damaged: nobody's
  }
}
