import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from 'postgres'
import { isAway } from '@/lib/away'

const WAIT_MS = 500
const PATIENCE_MS = 10 * 60_000

/** Waits until the database answers again; throws its error where it stays away for long or the worker stops. */
export async function waitForDatabase(sql: Sql, stopping: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (true) {
    await sleep(WAIT_MS)
    try {
      await sql`select 1`
      return
    } catch (error) {
      if (!isAway(error) || stopping() || Date.now() > end) throw error
    }
  }
}
