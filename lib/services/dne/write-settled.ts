import type { TransactionSql } from 'postgres'
import { entryIdSql } from '@/db/queries/dne/entry-id'

interface Scope {
  workspaceId: string
  now: Date
}

/** Writes what `judged` comes to for the values in `touched`, where it differs from what is stored. */
export async function writeSettled(tx: TransactionSql, { workspaceId, now }: Scope): Promise<void> {
  await compare(tx, workspaceId)
  await tx.unsafe(
    `insert into dne_counts (workspace_id, for_good)
     select $1::uuid, d.n from (
       select coalesce(sum((new_until is null and wanted)::int - (old_until is null and stored)::int), 0)::int as n
       from settled s where not exists (select 1 from dne_reasons o
         where o.workspace_id = $1::uuid and o.value = s.value and o.reason <> 'bounce' and o.until is null offset 0)) d
     where d.n <> 0
     on conflict (workspace_id) do update set for_good = dne_counts.for_good + excluded.for_good`,
    [workspaceId],
  )
  await tx.unsafe(
    `delete from dne_reasons r using settled s
     where not s.wanted and r.workspace_id = $1::uuid and r.value = s.value and r.reason = 'bounce'`,
    [workspaceId],
  )
  await tx.unsafe(
    `insert into dne_reasons as r (workspace_id, value, reason, entry_id, scope, domain, category, until, bounce_at, bounce_key,
       source, created_at)
     select $1::uuid, value, 'bounce', ${entryIdSql('$1', 'value')}, 'address', domain, category, new_until, bounce_at,
       bounce_key, 'bounce', $2::timestamptz
     from settled where wanted order by value
     on conflict (workspace_id, value, reason) do update set category = excluded.category, until = excluded.until,
       bounce_at = excluded.bounce_at, bounce_key = excluded.bounce_key,
       source = excluded.source, note = '', created_by = null, act_id = null,
       created_at = case when (r.until is null) = (excluded.until is null) then r.created_at else excluded.created_at end`,
    [workspaceId, now],
  )
  await writeSuggestions(tx, { workspaceId, now })
}

/** The bounce reasons that have to change, in `settled`; what a person or a file put there stays, unless bounces ask for longer. */
async function compare(tx: TransactionSql, workspaceId: string): Promise<void> {
  await tx.unsafe(`create temp table if not exists settled (value text collate "C" not null, wanted boolean not null,
    stored boolean not null, domain text collate "C", category text collate "C", new_until timestamptz, old_until timestamptz,
    bounce_at timestamptz, bounce_key uuid) on commit delete rows;
    delete from settled`)
  await tx.unsafe(
    `insert into settled
     with best as materialized (
       select distinct on (value) value, domain, category, case when lists then null else until end as until, bounce_at, bounce_key
       from judged where lists or until is not null
       order by value, lists desc, case when lists then bounce_at end, case when lists then bounce_key end,
         until desc, bounce_at desc, bounce_key desc),
     present as (
       select r.* from (select value from touched where not fresh union select value from best) t
       cross join lateral (select value, category, until, bounce_at, bounce_key, source from dne_reasons r
         where r.workspace_id = $1::uuid and r.value = t.value and r.reason = 'bounce' offset 0) r)
     select coalesce(b.value, p.value), b.value is not null, p.value is not null, b.domain, b.category, b.until, p.until,
       b.bounce_at, b.bounce_key
     from best b full join present p on p.value = b.value
     where (coalesce(p.source, 'bounce') = 'bounce'
         or p.until is not null and b.value is not null and (b.until is null or b.until > p.until))
       and (b.category, b.until, b.bounce_at, b.bounce_key) is distinct from (p.category, p.until, p.bounce_at, p.bounce_key)`,
    [workspaceId],
  )
}

/** An address that is listed for good by its bounces needs no suggestion. */
async function writeSuggestions(tx: TransactionSql, { workspaceId, now }: Scope): Promise<void> {
  await tx.unsafe(
    `delete from dne_suggestions s using touched t
     where s.workspace_id = $1::uuid and s.value = t.value and not t.fresh and not exists (select 1 from judged j where j.value = s.value
       and j.kind is not null and not exists (select 1 from judged l where l.value = j.value and l.lists))`,
    [workspaceId],
  )
  await tx.unsafe(
    `insert into dne_suggestions as s (workspace_id, value, entry_id, domain, category, kind, provider, bounce_at, bounce_key,
       created_at)
     select $1::uuid, value, ${entryIdSql('$1', 'value')}, domain, category, kind, provider, bounce_at, bounce_key, $2::timestamptz
     from (select distinct on (value) * from judged j
       where kind is not null and not exists (select 1 from judged l where l.value = j.value and l.lists)
       order by value, bounce_at desc, bounce_key desc) j
     on conflict (workspace_id, value) do update set category = excluded.category, kind = excluded.kind,
       provider = excluded.provider, bounce_at = excluded.bounce_at, bounce_key = excluded.bounce_key
     where (s.category, s.kind, s.bounce_at, s.bounce_key)
       is distinct from (excluded.category, excluded.kind, excluded.bounce_at, excluded.bounce_key)`,
    [workspaceId, now],
  )
}
