import type { Sql } from 'postgres'
import { standing, type Moment } from '../resubmit/standing'

/** What bounces of a file do to their contacts. */
export interface ContactFates {
  /** On the Do Not Email list for good before the file. */
  listedBefore: number
  /** Joining it. */
  joining: number
  resting: number
  /** Waiting until a cause on our side is fixed. */
  waiting: number
  /** For a person to decide on. */
  suggested: number
}

/** What the bounces of an import did to their contacts, as it stands now. */
export async function contactFates(
  sql: Sql,
  importId: string,
  moment: Moment,
): Promise<Omit<ContactFates, 'listedBefore'>> {
  const { workspaceId } = moment
  const mine = sql`select b.recipient, b.occurred_at, b.dedupe_key from bounces b
    where b.workspace_id = ${workspaceId} and b.import_id = ${importId}`
  const [row] = await sql<Omit<ContactFates, 'listedBefore'>[]>`
    with mine as materialized (${mine}),
    reasons as (
      select r.until from dne_reasons r join mine m on m.occurred_at = r.bounce_at and m.dedupe_key = r.bounce_key
      where r.workspace_id = ${workspaceId} and r.reason = 'bounce'),
    people as (select distinct recipient from mine),
    waiting as (
      select 1 from (${standing(sql, moment, sql`c.recipient in (select recipient from people)`)}) s
      where s.needs_fix and s.state in ('waiting', 'given_up') and s.until is null
        and (s.fixed_at is null or s.fixed_at < s.bounced_at))
    select (select count(*)::int from reasons where until is null) as joining,
      (select count(*)::int from dne_reasons r join people p on p.recipient = r.value
        where r.workspace_id = ${workspaceId} and r.reason = 'bounce' and r.until > ${moment.now}) as resting,
      (select count(*)::int from waiting) as waiting,
      (select count(*)::int from dne_suggestions s join mine m on m.occurred_at = s.bounce_at and m.dedupe_key = s.bounce_key
        where s.workspace_id = ${workspaceId}) as suggested`
  return row!
}
