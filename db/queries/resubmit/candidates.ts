import type { Fragment, ISql } from 'postgres'
import type { ContactState } from '@/lib/resubmit/eligibility'
import { standing, type Moment } from './standing'

/** Why somebody is left out: what they are as a contact, a complaint, or no contact at all. */
export type LeftOut = Exclude<ContactState, 'ready'> | 'complaint' | 'hard' | 'other'

export interface CandidateCount {
  state: ContactState | LeftOut
  account: string
  contacts: number
}

export interface Candidate {
  recipient: string
  domain: string
  name: string | null
  account: string
  campaign: string
  category: string
  bouncedAt: Date
  bounceKey: string
  tries: number
}

/** Which recipients are asked about: contacts by a condition, or whoever some bounces name. */
export type Asked = { contacts: Fragment } | { bounces: Fragment }

/** How many of those asked about are what, by account; recipients that are no contact are told apart from hard bounces. */
export async function countCandidates(sql: ISql, moment: Moment, asked: Asked): Promise<CandidateCount[]> {
  const state = sql`case when complained and state = 'listed' then 'complaint' else state end`
  if ('contacts' in asked)
    return sql<CandidateCount[]>`
      select ${state} as state, account, count(*)::int as contacts
      from (${standing(sql, moment, asked.contacts)}) s group by 1, 2`
  return sql<CandidateCount[]>`
    with asked as materialized (select distinct b.recipient from bounces b where ${asked.bounces})
    select coalesce(${state}, case when h.hard then 'hard' else 'other' end) as state,
      coalesce(s.account, '') as account, count(*)::int as contacts
    from asked a
    left join (${standing(sql, moment, sql`c.recipient in (select recipient from asked)`)}) s
      on s.recipient = a.recipient
    left join lateral (
      select true as hard from bounces b
      where b.workspace_id = ${moment.workspaceId} and b.recipient = a.recipient and b.bounce_type = 'hard' limit 1) h
      on s.recipient is null
    group by 1, 2`
}

/** Those of them who are in a state, longest waiting first. */
export async function listCandidates(
  sql: ISql,
  moment: Moment,
  asked: Asked,
  { state, limit }: { state: ContactState; limit: number },
): Promise<Candidate[]> {
  const only =
    'contacts' in asked
      ? asked.contacts
      : sql`c.recipient in (select b.recipient from bounces b where ${asked.bounces})`
  return sql<Candidate[]>`
    select recipient, domain, name, account, campaign, category, bounced_at as "bouncedAt", bounce_key as "bounceKey",
      case when needs_fix then tries_after_fix else tries end as tries
    from (${standing(sql, moment, only)}) s where state = ${state}
    order by account, bounced_at, recipient limit ${limit}`
}

export interface TakenDay {
  account: string
  day: string
  count: number
}

/** What open batches have planned, and what was handed over today, by account and day in the zone. */
export async function takenDays(
  sql: ISql,
  { workspaceId, now }: Pick<Moment, 'workspaceId' | 'now'>,
  zone: string,
  exceptBatch: string | null = null,
): Promise<TakenDay[]> {
  return sql<TakenDay[]>`
    select account, (at at time zone ${zone})::date::text as day, count(*)::int as count
    from (
      select account, due_at as at from batch_contacts
      where workspace_id = ${workspaceId} and state in ('planned', 'sending') and batch_id is distinct from ${exceptBatch}
      union all
      select account, handed_at from batch_contacts
      where workspace_id = ${workspaceId} and handed_at >= date_trunc('day', ${now}::timestamptz, ${zone})
    ) planned
    group by 1, 2`
}
