import type { TransactionSql } from 'postgres'
import { BURST_CATEGORY } from '@/lib/dne/burst'
import { countsAgainst, HOLD_WINDOW_DAYS, type DnePolicy } from '@/lib/dne/policy'

interface Scope {
  workspaceId: string
  now: Date
}

const DAY = `interval '24 hours'`

/**
 * What each bounce in `touched_bounces` asks for, in `judged`: to list for good, a hold until then (if that is ahead), a suggestion.
 * Bounces that ask for nothing are left out; those that can ask for nothing, and count for no other, are passed by at first sight. The
 * twin of lib/dne/decide.ts.
 */
export async function judge(
  tx: TransactionSql,
  { workspaceId, now }: Scope,
  policy: DnePolicy,
): Promise<void> {
  await tx.unsafe(`create temp table if not exists judged (value text collate "C" not null, domain text collate "C" not null,
    provider text collate "C" not null, category text collate "C" not null, bounce_at timestamptz not null,
    bounce_key uuid not null, lists boolean not null, until timestamptz, kind text) on commit delete rows;
    delete from judged`)
  await tx.unsafe(
    `insert into judged
     with rule as materialized (
       select * from jsonb_to_recordset($2::text::jsonb)
         as r(category text, list text, need int, days int, holds int[], longest int, counts boolean)),
     cut as materialized (
       select value, max(at) filter (where kind = 'cleared') as cleared, max(at) filter (where kind = 'dismissed') as dismissed
       from dne_clearances where workspace_id = $1::uuid and value in (select value from touched) group by value),
     counting as (
       select b.*, r.list, r.need, r.days, r.holds, r.counts, c.dismissed,
         b.category = '${BURST_CATEGORY}' and b.hard and b.verified and exists (select 1 from dne_bursts s
           where s.workspace_id = $1::uuid and s.provider = b.provider
             and date_trunc('hour', b.occurred_at, 'UTC') = any(s.hours)) as guarded
       from touched_bounces b join rule r on r.category = b.category left join cut c on c.value = b.value
       where (c.cleared is null or b.occurred_at > c.cleared) and (r.list = 'at_once'
         or r.list = 'suggest' and (b.together > 1 or r.need <= 1)
         or b.occurred_at > $3::timestamptz - (r.longest + ${HOLD_WINDOW_DAYS} + 1) * ${DAY})),
     firm as (
       select *, verified and not guarded as firm from counting),
     placed as (
       select *,
         lag(occurred_at, need - 1) over (partition by value, category, firm order by occurred_at, dedupe_key) as first_at,
         count(*) over (partition by value, category, firm order by occurred_at
           range between ${HOLD_WINDOW_DAYS} * ${DAY} preceding and current row) as nth
       from firm),
     reached as (
       select *, first_at is not null and (days is null or first_at > occurred_at - days * ${DAY}) as reached from placed),
     asked as (
       select value, domain, provider, category, occurred_at, dedupe_key,
         firm and list = 'at_once' and (hard or reached) as lists,
         case when firm and cardinality(holds) > 0 then occurred_at
           + holds[case when counts then least(nth, cardinality(holds)) else 1 end] * ${DAY} end as until,
         case when occurred_at <= dismissed then null
           when list = 'at_once' then case when not hard then null when not verified then 'unverified'
             when guarded then 'outage' end
           when list = 'suggest' and firm and counts and reached and first_at > coalesce(dismissed, '-infinity')
             then 'repeated' end as kind
       from reached)
     select value, domain, provider, category, occurred_at, dedupe_key, lists,
       case when until > $3::timestamptz then until end, kind
     from asked where lists or until > $3::timestamptz or kind is not null`,
    [workspaceId, JSON.stringify(rulesOf(policy)), now],
  )
}

function rulesOf(policy: DnePolicy) {
  return Object.entries(policy.categories).map(([category, { list, after, holdDays }]) => ({
    category,
    list,
    need: after.bounces,
    days: after.days,
    holds: holdDays,
    longest: Math.max(0, ...holdDays),
    counts: countsAgainst(category),
  }))
}
