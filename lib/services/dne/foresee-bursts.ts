import type { TransactionSql } from 'postgres'
import { cellIndex } from '@/lib/analytics/cells'
import {
  BURST_AT_LEAST,
  BURST_CATEGORY,
  BURST_FACTOR,
  BURST_MOMENTS,
  BURST_WINDOW_DAYS,
} from '@/lib/dne/burst'

/**
 * Adds to the known bursts those that `touched_bounces` would make with bounces that are not stored yet; for a transaction that is taken
 * back. The twin of find-bursts.ts, which looks at what is stored.
 */
export async function foreseeBursts(
  tx: TransactionSql,
  { id, timeZone }: { id: string; timeZone: string },
): Promise<void> {
  const cell = tx.unsafe(String(cellIndex(BURST_CATEGORY, 'hard')))
  const around = tx.unsafe(
    `partition by provider order by day range between interval '${BURST_WINDOW_DAYS} days' preceding
     and interval '${BURST_WINDOW_DAYS} days' following exclude current row`,
  )
  await tx`
    with fresh as (
      select t.provider, (t.occurred_at at time zone ${timeZone}::text)::date as day, t.occurred_at
      from touched_bounces t
      where t.category = ${BURST_CATEGORY} and t.hard and t.verified and t.provider <> 'other'
        and not exists (select 1 from bounces b where b.workspace_id = ${id} and b.occurred_at = t.occurred_at
          and b.dedupe_key = t.dedupe_key)),
    days as (
      select provider, day, sum(n) as n from (
        select provider, day, counts[${cell}] as n from provider_days
        where workspace_id = ${id} and provider <> 'other' and counts[${cell}] > 0
        union all select provider, day, count(*) from fresh group by provider, day) d
      group by provider, day),
    usual as (select provider, day, coalesce(round(avg(n) over (${around}), 3), 0)::float8 as usual from days),
    hours as (
      select f.provider, f.day, u.usual, date_trunc('hour', f.occurred_at, 'UTC') as hour
      from fresh f join usual u on u.provider = f.provider and u.day = f.day
      group by 1, 2, 3, 4
      having count(*) >= ${BURST_AT_LEAST} and count(*) >= ${BURST_FACTOR}::int * u.usual
        and count(distinct f.occurred_at) >= ${BURST_MOMENTS})
    insert into dne_bursts as s (workspace_id, provider, day, seen, usual, hours)
    select ${id}, provider, day, 0, usual, array_agg(hour) from hours group by provider, day, usual
    on conflict (workspace_id, provider, day) do update set hours = s.hours || excluded.hours`
}
