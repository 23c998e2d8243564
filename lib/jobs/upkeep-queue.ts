import type { Sql } from 'postgres'
import { applyRetention } from './upkeep/apply-retention'
import { deriveOlder } from './upkeep/derive-older'
import { renewFigures } from './upkeep/renew-figures'

interface UpkeepDeps {
  sql: Sql
  stopping: () => boolean
}

type Task = (deps: UpkeepDeps, now: Date) => Promise<unknown>

const TASKS: readonly Task[] = [
  ({ sql }, now) => renewFigures(sql, now),
  (deps, now) => deriveOlder(deps, now),
  ({ sql }, now) => applyRetention(sql, now),
]

/** What a worker sees to beside imports and hand-overs, one after the other. Gives what looks whether there is something to do. */
export function serveUpkeep(deps: UpkeepDeps, running: Set<Promise<void>>): () => Promise<void> {
  let busy = false
  const round = async () => {
    for (const task of TASKS) if (!deps.stopping()) await task(deps, new Date())
  }
  return async () => {
    if (busy || deps.stopping()) return
    busy = true
    const one = round().finally(() => {
      busy = false
      running.delete(settled)
    })
    const settled = one.catch(() => undefined)
    running.add(settled)
    await one
  }
}
