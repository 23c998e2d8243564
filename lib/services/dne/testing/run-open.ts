import type { Sql } from 'postgres'
import { runSteps, type DneRunDeps } from '@/lib/jobs/dne/run-steps'
import { waitingRuns } from '../runs/run'

/** Does all that waits for a worker, in steps of a few; those that stopped halfway go on. */
export async function runOpen(sql: Sql, deps: Omit<DneRunDeps, 'sql'> = {}, step = 3): Promise<void> {
  for (const place of await waitingRuns(sql, 50)) await runSteps({ sql, ...deps }, place, { step })
}
