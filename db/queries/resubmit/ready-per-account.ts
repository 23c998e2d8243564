import type { ISql } from 'postgres'
import { loadRules } from './load-rules'
import { standing } from './standing'

/** A count that took longer is kept for a while: every page shows it. */
const SLOW_MS = 150
const KEPT_MS = 30_000

const kept = new Map<string, { until: number; ready: Map<string, number> }>()

/** How many contacts of each sending account are ready to be resubmitted at a moment; up to half a minute old where there are very many. */
export async function readyPerAccount(
  sql: ISql,
  { workspaceId, now }: { workspaceId: string; now: Date },
): Promise<Map<string, number>> {
  const known = kept.get(workspaceId)
  if (known && known.until > now.getTime()) return known.ready
  const since = performance.now()
  const moment = { workspaceId, now, ...(await loadRules(sql, workspaceId)) }
  const rows = await sql<{ account: string; n: number }[]>`
    select account, count(*)::int as n from (${standing(sql, moment)}) s where state = 'ready' group by account`
  const ready = new Map(rows.map((row) => [row.account, row.n]))
  if (performance.now() - since > SLOW_MS) kept.set(workspaceId, { until: now.getTime() + KEPT_MS, ready })
  else kept.delete(workspaceId)
  return ready
}
