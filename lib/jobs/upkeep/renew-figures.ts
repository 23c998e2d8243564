import type { Sql } from 'postgres'
import { countAnew, DEAR_MS, isBehind } from '@/db/queries/resubmit/counted-groups'
import { loadRules } from '@/db/queries/resubmit/load-rules'

/**
 * Counts the contacts of large workspaces again: soon after people did something; at leisure where bounces came in, or where holds may
 * have ended while somebody looks; else hourly. Counting never takes more than a share of the time. Gives how many workspaces it counted.
 */
export async function renewFigures(sql: Sql, now: Date, dearMs = DEAR_MS): Promise<number> {
  const age = sql`${now}::timestamptz - f.counted_at`
  const took = sql`f.milliseconds * interval '1 millisecond'`
  const due = await sql<{ workspaceId: string }[]>`
    select f.workspace_id as "workspaceId"
    from contact_figures f join workspaces w on w.id = f.workspace_id
    left join activity_heads h on h.workspace_id = f.workspace_id
    where ${age} > interval '1 hour'
      or ${age} > 2 * ${took} and f.activity_seq <> coalesce(h.seq, 0)
      or ${age} > 20 * ${took} and (${isBehind(sql)} or f.asked_at > ${now}::timestamptz - interval '10 minutes')`
  let renewed = 0
  for (const { workspaceId } of due) if (await renew(sql, { workspaceId, now }, dearMs)) renewed += 1
  return renewed
}

/** False where another worker is at it. */
async function renew(sql: Sql, at: { workspaceId: string; now: Date }, dearMs: number): Promise<boolean> {
  return sql.begin(async (tx) => {
    const [lock] = await tx<{ mine: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtextextended(${at.workspaceId}::text, 5)) as mine`
    if (!lock?.mine) return false
    await countAnew(tx, { ...at, ...(await loadRules(tx, at.workspaceId)) }, dearMs)
    return true
  })
}
