import type { Sql, TransactionSql } from 'postgres'
import { loadRetention } from '@/db/queries/people/load-retention'
import type { Retention, RetentionKind } from '@/lib/retention'
import { COMMAND_LINE, recordActivity } from '@/lib/services/activity'
import { endImport } from '@/lib/services/imports/cancel-import'

const DAY_MS = 86_400_000
/** Rows at once: nobody waits long for a lock. */
const AT_ONCE = 10_000

interface Place {
  workspaceId: string
  now: Date
}

/** Gives how many records of a workspace it let go, at most `AT_ONCE`. */
type LetGo = (tx: TransactionSql, place: Place, before: Date) => Promise<number>

const KINDS: Readonly<Record<RetentionKind, LetGo>> = {
  /** Files that wait for a person, with their imports; an imported one is gone since. */
  async files(tx, { workspaceId, now }, before) {
    const [waiting] = await tx<{ id: string }[]>`
      select id from imports
      where workspace_id = ${workspaceId} and created_at < ${before}
        and (state in ('mapping', 'staged') or state = 'failed' and checkpoint ->> 'stored' is distinct from 'true')
        and (lease_until is null or lease_until < now())
      order by id limit 1 for update skip locked`
    if (!waiting) return 0
    const who = { workspace: { id: workspaceId }, actor: { userId: COMMAND_LINE }, now }
    await endImport(tx, who, waiting.id)
    return 1
  },
  /** What stood in lines that could not be read; that they could not, and why, stays. */
  async rejects(tx, { workspaceId }, before) {
    const { count } = await tx`
      update import_rejects set raw = '', value = ''
      where workspace_id = ${workspaceId} and (import_id, seq) in (
        select r.import_id, r.seq from imports i
        join import_rejects r on r.workspace_id = ${workspaceId} and r.import_id = i.id and (r.raw <> '' or r.value <> '')
        where i.workspace_id = ${workspaceId} and coalesce(i.finished_at, i.created_at) < ${before} limit ${AT_ONCE})`
    return count
  },
  async deliveries(tx, { workspaceId }, before) {
    const { count } = await tx`
      delete from deliveries where workspace_id = ${workspaceId} and id in (
        select id from deliveries where workspace_id = ${workspaceId} and at < ${before} order by id limit ${AT_ONCE})`
    return count
  },
}

/** Lets go, once a day and workspace, what was kept for its time; says how much in the activity. Gives how many records went. */
export async function applyRetention(sql: Sql, now: Date): Promise<number> {
  const due = await sql<{ workspaceId: string }[]>`
    select w.id as "workspaceId" from workspaces w left join retention r on r.workspace_id = w.id
    where r.applied_at is null or r.applied_at < ${new Date(now.getTime() - DAY_MS)}`
  let gone = 0
  for (const { workspaceId } of due) gone += await applyTo(sql, { workspaceId, now })
  return gone
}

async function applyTo(sql: Sql, place: Place): Promise<number> {
  const { workspaceId, now } = place
  const days = await loadRetention(sql, workspaceId)
  const counts: Partial<Record<RetentionKind, number>> = {}
  for (const [kind, count] of await letGo(sql, place, days)) if (count > 0) counts[kind] = count
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0)
  await sql.begin(async (tx) => {
    await tx`
      insert into retention (workspace_id, days, applied_at) values (${workspaceId}, '{}', ${now})
      on conflict (workspace_id) do update set applied_at = excluded.applied_at`
    if (total === 0) return
    const who = { workspace: { id: workspaceId }, actor: { userId: COMMAND_LINE }, now }
    await recordActivity(tx, who, { action: 'retention.applied', count: total, details: counts })
  })
  return total
}

async function letGo(sql: Sql, place: Place, days: Retention): Promise<[RetentionKind, number][]> {
  const counts: [RetentionKind, number][] = []
  for (const kind of Object.keys(KINDS) as RetentionKind[]) {
    const kept = days[kind]
    if (kept === null) continue
    const before = new Date(place.now.getTime() - kept * DAY_MS)
    let count = 0
    for (let some = 1; some > 0; count += some) some = await sql.begin((tx) => KINDS[kind](tx, place, before))
    counts.push([kind, count])
  }
  return counts
}
