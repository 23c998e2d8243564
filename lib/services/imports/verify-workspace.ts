import type { Sql } from 'postgres'
import { cellSql } from '@/lib/jobs/imports/step-rows'
import { countsAddUp, type ImportCounts } from '@/lib/ingest/counts'
import { verifyActivity } from '@/lib/services/verify-activity'

/** What does not add up, each in a sentence; empty where all is exact. */
export async function verifyWorkspace(
  sql: Sql,
  { id, timeZone }: { id: string; timeZone: string },
): Promise<string[]> {
  return [
    ...(await conservation(sql, id)),
    ...(await ownership(sql, id)),
    ...(await rollupsEqualRecount(sql, id, timeZone)),
    ...(await verifyActivity(sql, id)),
  ]
}

/** I1: of every file, rows = new + known + skipped + rejected, and each rejected one is kept. */
async function conservation(sql: Sql, workspaceId: string): Promise<string[]> {
  const rows = await sql<{ id: string; counts: ImportCounts; rejects: number }[]>`
    select id, counts, (select count(*)::int from import_rejects r
      where r.workspace_id = i.workspace_id and r.import_id = i.id) as rejects
    from imports i where workspace_id = ${workspaceId} and state = 'imported' and counts is not null`
  return rows.flatMap(({ id, counts, rejects }) => {
    const problems: string[] = []
    if (!countsAddUp(counts)) problems.push(`Import ${id}: its counts do not add up.`)
    const rejected = Object.values(counts.rejected).reduce<number>((sum, n) => sum + (n ?? 0), 0)
    if (rejected !== rejects) problems.push(`Import ${id}: ${rejected} rows rejected, ${rejects} kept.`)
    return problems
  })
}

/** I2: every bounce belongs to an import that stands; what stands accounts for every bounce. */
async function ownership(sql: Sql, workspaceId: string): Promise<string[]> {
  const orphans = await sql<{ importId: string; n: number }[]>`
    select b.import_id as "importId", b.n from (
      select import_id, count(*)::int as n from (
        select import_id from bounces where workspace_id = ${workspaceId}
        union all select import_id from dismissed_bounces where workspace_id = ${workspaceId}) stored
      group by import_id) b
    left join imports i on i.workspace_id = ${workspaceId} and i.id = b.import_id
      and i.state in ('importing', 'imported', 'undoing', 'failed')
    where i.id is null`
  const claims = await sql<{ n: number }[]>`
    select count(*)::int as n from known_rows k where k.workspace_id = ${workspaceId} and not exists (
      select 1 from bounces b where b.workspace_id = ${workspaceId} and b.occurred_at = k.occurred_at
        and b.dedupe_key = k.dedupe_key)
      and not exists (select 1 from dismissed_bounces d where d.workspace_id = ${workspaceId}
        and d.occurred_at = k.occurred_at and d.dedupe_key = k.dedupe_key)`
  return [
    ...orphans.map(({ importId, n }) => `${n} bounces belong to import ${importId}, which does not stand.`),
    ...(claims[0]!.n > 0 ? [`${claims[0]!.n} notes of known rows have no bounce.`] : []),
  ]
}

const KEYS = {
  account_days: ['day', 'account'],
  provider_days: ['day', 'provider'],
  account_provider_days: ['day', 'account', 'provider'],
} as const

/** I2: every cell of every rollup equals a recount of the bounces. */
async function rollupsEqualRecount(sql: Sql, workspaceId: string, timeZone: string): Promise<string[]> {
  return sql.begin('isolation level repeatable read', async (tx) => {
    await tx.unsafe(`set local work_mem = '256MB'`)
    await tx.unsafe(
      `create temp table recount on commit drop as
       select day, account, provider, template_id, cell, count(*)::int as n from (
         select (occurred_at at time zone $2)::date as day, account, provider, template_id,
           ${cellSql('category', 'bounce_type')} as cell
         from bounces where workspace_id = $1::uuid) b group by 1, 2, 3, 4, 5`
        .replace('$2', `'${timeZone.replaceAll("'", "''")}'`)
        .replace('$1', `'${workspaceId}'`),
    )
    const problems: string[] = []
    for (const [table, keys] of Object.entries(KEYS)) {
      const by = keys.join(', ')
      const [row] = await tx.unsafe<{ n: number }[]>(
        `select count(*)::int as n from (
           select ${by}, cell, sum(n) as n from recount group by ${by}, cell
         ) a full join (
           select ${by}, c.cell::int, c.n::bigint from ${table}, unnest(counts) with ordinality as c(n, cell)
           where workspace_id = $1::uuid and c.n <> 0
         ) b using (${by}, cell) where a.n is distinct from b.n`,
        [workspaceId],
      )
      if (row!.n > 0) problems.push(`${table}: ${row!.n} counts differ from a recount.`)
    }
    const [row] = await tx.unsafe<{ n: number }[]>(
      `select count(*)::int as n from (select day, template_id, sum(n) as n from recount group by 1, 2) a
       full join (select day, template_id, count::bigint as n from template_days where workspace_id = $1::uuid and count <> 0) b
       using (day, template_id) where a.n is distinct from b.n`,
      [workspaceId],
    )
    if (row!.n > 0) problems.push(`template_days: ${row!.n} counts differ from a recount.`)
    return problems
  })
}
