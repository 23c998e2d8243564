import type { ISql } from 'postgres'

export type TimelineItem = PastBounceItem | PastActItem | PastHandoverItem | PastOptOutItem

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

/** A file told that they want no more mail. */
interface PastOptOutItem {
  kind: 'opt_out'
  /** When, or where nobody says, when the file was imported. */
  at: Date
  reason: 'complaint' | 'unsubscribe'
  feedbackType: string
  account: string
  verified: boolean
  importId: string
  fileName: string
}

/** What happened to an address or a domain, newest first: its bounces, its hand-overs, and what people did to its entry. */
export async function entryTimeline(
  sql: ISql,
  workspaceId: string,
  { entryId, value }: { entryId: string; value: string },
  limit = 100,
): Promise<TimelineItem[]> {
  const [bounces, acts, handovers, optOuts] = await Promise.all([
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
      join dne_acts a on a.workspace_id = ${workspaceId} and a.id = c.act_id and a.kind <> 'import'
      left join users u on u.id = a.created_by
      order by a.created_at desc, a.id desc limit ${limit}`,
    sql<PastHandoverItem[]>`
      select 'handover' as kind, c.handed_at as at, c.batch_id as "batchId", b.name as batch, c.account, c.outcome
      from batch_contacts c
      join batches b on b.workspace_id = ${workspaceId} and b.id = c.batch_id
      where c.workspace_id = ${workspaceId} and c.recipient = ${value} and c.handed_at is not null
      order by c.handed_at desc limit ${limit}`,
    sql<PastOptOutItem[]>`
      select 'opt_out' as kind, coalesce(o.occurred_at, i.finished_at, i.created_at) as at, o.reason,
        o.feedback_type as "feedbackType", o.account, o.verified, o.import_id as "importId", u.name as "fileName"
      from opt_outs o
      join imports i on i.workspace_id = ${workspaceId} and i.id = o.import_id
      join uploads u on u.workspace_id = ${workspaceId} and u.id = i.upload_id
      where o.workspace_id = ${workspaceId} and o.listed_as = ${value} order by 2 desc limit ${limit}`,
  ])
  return [...bounces, ...acts, ...handovers, ...optOuts]
    .map((item) => ({ ...item }))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, limit)
}
