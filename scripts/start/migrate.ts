import { setTimeout as wait } from 'node:timers/promises'
import { migrate } from '@/db/migrate'
import { troubleWith } from '@/db/trouble'
import { isAway } from '@/lib/away'
import type { Database } from './database'

/** Migrates; while the server does not answer it says so once and tries every 3 s. What can't pass by itself throws. */
export async function migrateWhenReachable(
  { url, reportAway }: Database,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  for (let told = false; ; told = true) {
    try {
      return await migrate(url)
    } catch (error) {
      const trouble = troubleWith(url, error)
      if (!isAway(error)) throw new Error(trouble, { cause: error })
      if (!told) say(`${trouble} Trying again every 3 s …`)
      reportAway()
    }
    await wait(3000, undefined, { signal })
  }
}
