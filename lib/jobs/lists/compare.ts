import type { TransactionSql } from 'postgres'
import type { ListCounts } from '@/lib/ingest/lists/counts'
import type { ListReason } from '@/lib/ingest/lists/types'
import type { TakenFile } from './lease'
import { mergedName, stageName } from './stage'

type Compared = Pick<ListCounts, 'entries' | 'added' | 'known' | 'byReason' | 'domains'>

/**
 * Merges the stage: what the file does not say is as the person chose, the longer of two ends counts. Gives how much of it is new,
 * and how much is on the list already, or twice in the file.
 */
export async function compareWithList(tx: TransactionSql, file: TakenFile): Promise<Compared> {
  const [stage, merged] = [stageName(file.fileId), mergedName(file.fileId)]
  const { reason, note, until } = file.choices
  // One statement sorts the whole list; the usual memory would have it do so on disk.
  await tx`set local work_mem = '128MB'`
  await tx.unsafe(`drop table if exists ${merged}`)
  await tx.unsafe(`create unlogged table ${merged} (n integer not null, value text collate "C" not null,
    reason text collate "C" not null, scope text not null, domain text collate "C" not null, category text not null,
    note text not null, since timestamptz, until timestamptz, bounce_at timestamptz)`)
  await tx.unsafe(
    `insert into ${merged}
     select row_number() over (order by value, reason), value, reason, scope, domain, category, note,
       to_timestamp(since), to_timestamp(until), to_timestamp(bounce_at)
     from (
       select value, reason, case when bool_or(scope = 'subdomains') then 'subdomains' else min(scope) end as scope,
         min(domain) as domain, max(category) as category, max(note) as note, min(since) as since,
         case when bool_or(until is null) then null else max(until) end as until, max(bounce_at) as bounce_at
       from (select value, coalesce(nullif(reason, ''), $1) as reason, scope, domain, category,
           coalesce(nullif(note, ''), $2) as note, since,
           coalesce(until, extract(epoch from $3::timestamptz)) as until, bounce_at from ${stage}) s
       group by value, reason) g`,
    [reason, note, until],
  )
  await tx.unsafe(`create index on ${merged} (n)`)
  const rows = await tx.unsafe<{ reason: ListReason; added: number; known: number; domains: number }[]>(
    `select m.reason, count(*) filter (where not ${KNOWN})::int as added, count(*) filter (where ${KNOWN})::int as known,
       count(*) filter (where m.scope <> 'address')::int as domains
     from ${merged} m left join dne_reasons r
       on r.workspace_id = $1 and r.value = m.value and r.reason = m.reason
     group by m.reason`,
    [file.workspaceId],
  )
  const [all] = await tx.unsafe<{ entries: number }[]>(`select count(*)::int as entries from ${stage}`)
  const added = rows.reduce((sum, row) => sum + row.added, 0)
  return {
    entries: all!.entries,
    added,
    known: all!.entries - added,
    domains: rows.reduce((sum, row) => sum + row.domains, 0),
    byReason: Object.fromEntries(rows.map((row) => [row.reason, row.added + row.known])),
  }
}

/** Stands on the list at least as long, and as wide, as the file asks for. */
const KNOWN = `coalesce(r.value is not null and (r.until is null or (m.until is not null and r.until >= m.until))
  and (m.scope <> 'subdomains' or r.scope = 'subdomains'), false)`
