import type { TransactionSql } from 'postgres'
import { cellIndex } from '@/lib/analytics/cells'
import {
  BURST_AT_LEAST,
  BURST_CATEGORY,
  BURST_FACTOR,
  BURST_MOMENTS,
  BURST_WINDOW_DAYS,
} from '@/lib/dne/burst'
import type { DnePolicy } from '@/lib/dne/policy'
import { touch } from './touched'

interface Looked {
  provider: string
  day: string
  /** Null where the day is no candidate any more. */
  seen: number | null
  usual: number
  before: Date[]
}

/**
 * Looks for hours in which one provider refused far more addresses than usual, and touches the recipients of hours that became one or
 * are none any more. Day totals tell which days to look at; a day is looked at again only when its figures changed.
 */
export async function findBursts(tx: TransactionSql, workspaceId: string, policy: DnePolicy): Promise<void> {
  if (!(await mayHaveChanged(tx, workspaceId))) return
  for (const looked of await changedDays(tx, workspaceId)) {
    const hours = looked.seen === null ? [] : await burstHours(tx, workspaceId, looked)
    await remember(tx, workspaceId, looked, hours)
    const flipped = difference(looked.before, hours)
    if (flipped.length > 0) {
      await touch(tx, workspaceId, await refusedIn(tx, workspaceId, looked.provider, flipped), policy)
    }
  }
}

async function mayHaveChanged(tx: TransactionSql, workspaceId: string): Promise<boolean> {
  const rows = await tx`
    select 1 where exists (select 1 from touched_bounces where category = ${BURST_CATEGORY} and hard)
      or exists (select 1 from dne_bursts where workspace_id = ${workspaceId} and cardinality(hours) > 0)`
  return rows.length > 0
}

async function changedDays(tx: TransactionSql, workspaceId: string): Promise<Looked[]> {
  const around = tx.unsafe(
    `partition by provider order by day range between interval '${BURST_WINDOW_DAYS} days' preceding
     and interval '${BURST_WINDOW_DAYS} days' following exclude current row`,
  )
  return tx<Looked[]>`
    with days as (
      select provider, day, counts[${cellIndex(BURST_CATEGORY, 'hard')}] as n from provider_days
      where workspace_id = ${workspaceId} and provider <> 'other' and counts[${cellIndex(BURST_CATEGORY, 'hard')}] > 0),
    found as (
      select provider, day, n, coalesce(round(avg(n) over (${around}), 3), 0)::float8 as usual from days),
    candidates as (
      select * from found where n >= ${BURST_AT_LEAST} and n >= ${BURST_FACTOR}::int * usual)
    select coalesce(c.provider, s.provider) as provider, coalesce(c.day, s.day)::text as day, c.n as seen,
      coalesce(c.usual, 0) as usual, coalesce(s.hours, '{}') as before
    from candidates c
    full join (select * from dne_bursts where workspace_id = ${workspaceId}) s
      on s.provider = c.provider and s.day = c.day
    where (c.n, c.usual) is distinct from (s.seen, s.usual)
    order by 1, 2`
}

async function burstHours(
  tx: TransactionSql,
  workspaceId: string,
  { provider, day, usual }: Looked,
): Promise<Date[]> {
  const rows = await tx<{ hour: Date }[]>`
    select date_trunc('hour', b.occurred_at, 'UTC') as hour
    from bounces b join workspaces w on w.id = ${workspaceId}
    where b.workspace_id = ${workspaceId} and b.occurred_at >= ${day}::date::timestamp at time zone w.time_zone
      and b.occurred_at < (${day}::date + 1)::timestamp at time zone w.time_zone
      and b.provider = ${provider} and b.category = ${BURST_CATEGORY} and b.bounce_type = 'hard' and b.verified
    group by 1
    having count(*) >= ${BURST_AT_LEAST} and count(*) >= ${BURST_FACTOR}::int * ${usual}::float8
      and count(distinct b.occurred_at) >= ${BURST_MOMENTS}
    order by 1`
  return rows.map((row) => row.hour)
}

async function remember(
  tx: TransactionSql,
  workspaceId: string,
  { provider, day, seen, usual }: Looked,
  hours: Date[],
): Promise<void> {
  if (seen === null) {
    await tx`
      delete from dne_bursts where workspace_id = ${workspaceId} and provider = ${provider} and day = ${day}`
    return
  }
  const times = hours.map((hour) => hour.toISOString())
  await tx`
    insert into dne_bursts (workspace_id, provider, day, seen, usual, hours)
    values (${workspaceId}, ${provider}, ${day}, ${seen}, ${usual}, ${times}::timestamptz[])
    on conflict (workspace_id, provider, day) do update
      set seen = excluded.seen, usual = excluded.usual, hours = excluded.hours`
}

function difference(before: Date[], after: Date[]): Date[] {
  const has = (list: Date[], hour: Date) => list.some((each) => each.getTime() === hour.getTime())
  return [...before.filter((hour) => !has(after, hour)), ...after.filter((hour) => !has(before, hour))]
}

async function refusedIn(
  tx: TransactionSql,
  workspaceId: string,
  provider: string,
  hours: Date[],
): Promise<string[]> {
  const rows = await tx<{ recipient: string }[]>`
    select distinct b.recipient from unnest(${hours.map((hour) => hour.toISOString())}::timestamptz[]) h(hour)
    join bounces b on b.workspace_id = ${workspaceId} and b.occurred_at >= h.hour
      and b.occurred_at < h.hour + interval '1 hour'
    where b.provider = ${provider} and b.category = ${BURST_CATEGORY} and b.bounce_type = 'hard'`
  return rows.map((row) => row.recipient)
}
