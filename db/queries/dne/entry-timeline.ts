import type { ISql } from 'postgres'

export type TimelineItem = PastBounceItem | PastActItem | PastHandoverItem

interface PastBounceItem {
  kind: 'bounce'
  at: Date
  dedupeKey: string
  category: string
  bounceType: 'hard' | 'soft' | ''
  account: string
  campaign: string
  verified: boolean
}

/** What an act did to one reason of the entry; `changed` tells which way. */
interface PastActItem {
  kind: 'act'
  at: Date
  actId: string
  act: 'add' | 'remove' | 'file' | 'accept' | 'dismiss' | 'rollback' | 'policy' | 'recovery'
  by: string
  /** Null for the command line and people who are gone. */
  byName: string | null
  why: string
  undoneAt: Date | null
  /** '' where the act changed no reason (a suggestion that was dismissed). */
  reason: string
  changed: 'added' | 'removed' | 'changed' | 'cleared'
}

/** It was handed back to the sending tool. */
interface PastHandoverItem {
  kind: 'handover'
  at: Date
  batchId: string
  batch: string
  account: string
  outcome: '' | 'bounced' | 'recovered'
}

/** What happened to an address or a domain, newest first: its bounces, its hand-overs, and what people did to its entry. */
export async function entryTimeline(
  sql: ISql,
  workspaceId: string,
  { entryId, value }: { entryId: string; value: string },
  limit = 100,
): Promise<TimelineItem[]> {
  const [bounces, acts, handovers] = await Promise.all([
    sql<PastBounceItem[]>`
      select 'bounce' as kind, occurred_at as at, dedupe_key as "dedupeKey", category, bounce_type as "bounceType", account,
        campaign, verified
      from bounces where workspace_id = ${workspaceId} and recipient = ${value}
      order by occurred_at desc, dedupe_key desc limit ${limit}`,
    sql<PastActItem[]>`
      select 'act' as kind, a.created_at as at, a.id as "actId", a.kind as act, a.created_by as by, u.name as "byName", a.why,
        a.undone_at as "undoneAt", c.reason, c.changed
      from (
        select act_id, reason, case when before is null then 'added' when after is null then 'removed' else 'changed' end as changed
        from dne_changes where workspace_id = ${workspaceId} and entry_id = ${entryId}
        union all
        select act_id, '', 'cleared' from dne_clearances l
        where workspace_id = ${workspaceId} and value = ${value} and not exists (select 1 from dne_changes d
          where d.workspace_id = ${workspaceId} and d.act_id = l.act_id and d.value = l.value)) c
      join dne_acts a on a.workspace_id = ${workspaceId} and a.id = c.act_id
      left join users u on u.id = a.created_by
      order by a.created_at desc, a.id desc limit ${limit}`,
    sql<PastHandoverItem[]>`
      select 'handover' as kind, c.handed_at as at, c.batch_id as "batchId", b.name as batch, c.account, c.outcome
      from batch_contacts c
      join batches b on b.workspace_id = ${workspaceId} and b.id = c.batch_id
      where c.workspace_id = ${workspaceId} and c.recipient = ${value} and c.handed_at is not null
      order by c.handed_at desc limit ${limit}`,
  ])
  return [...bounces, ...acts, ...handovers]
    .map((item) => ({ ...item }))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, limit)
}
