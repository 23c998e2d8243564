import type { Fragment, Sql } from 'postgres'

export interface ListedActivity {
  id: string
  seq: number
  at: Date
  actorId: string
  /** Null for the command line and for people who are gone. */
  actorName: string | null
  action: string
  subjectId: string | null
  /** What an undo would take back: the subject, or the act that the row names beside it. */
  actId: string | null
  count: number | null
  why: string
  details: Record<string, unknown>
}

export interface ActivityFilter {
  /** Null for all, also those without words. */
  actions: readonly string[] | null
  actorId: string | null
  /** Days in the workspace's zone, inclusive. */
  from: string | null
  to: string | null
  /** Digest of an address or a domain. */
  about: string | null
}

type Place = { workspaceId: string; timeZone: string }

/** A page of activity, newest first. */
export async function listActivity(
  sql: Sql,
  place: Place,
  filter: ActivityFilter,
  { before, limit }: { before: number | null; limit: number },
): Promise<ListedActivity[]> {
  return sql<ListedActivity[]>`
    select a.id, a.seq::float8 as seq, a.at, a.actor_id as "actorId", u.name as "actorName", a.action,
      a.subject_id as "subjectId", coalesce((a.details->>'act')::uuid, a.subject_id) as "actId",
      a.count, a.why, a.details
    from activity a left join users u on u.id = a.actor_id
    where ${matching(sql, place, filter)} ${before === null ? sql`` : sql`and a.seq < ${before}`}
    order by a.seq desc limit ${limit}`
}

/** Everything of the filter with what proves it, oldest first, for the export. */
export function streamActivity(sql: Sql, place: Place, filter: ActivityFilter) {
  return sql<(Omit<ListedActivity, 'actId'> & { about: string[]; hash: string })[]>`
    select a.id, a.seq::float8 as seq, a.at, a.actor_id as "actorId", u.name as "actorName", a.action,
      a.subject_id as "subjectId", a.count, a.why, a.details, a.about, a.hash
    from activity a left join users u on u.id = a.actor_id
    where ${matching(sql, place, filter)} order by a.seq`.cursor(500)
}

function matching(sql: Sql, { workspaceId, timeZone }: Place, filter: ActivityFilter): Fragment {
  const midnight = (day: string, plus: number) =>
    sql`((${day}::date + ${plus}::int)::timestamp at time zone ${timeZone})`
  return sql`a.workspace_id = ${workspaceId}
    ${filter.actions === null ? sql`` : sql`and a.action = any(${[...filter.actions]})`}
    ${filter.actorId === null ? sql`` : sql`and a.actor_id = ${filter.actorId}`}
    ${filter.from === null ? sql`` : sql`and a.at >= ${midnight(filter.from, 0)}`}
    ${filter.to === null ? sql`` : sql`and a.at < ${midnight(filter.to, 1)}`}
    ${filter.about === null ? sql`` : sql`and a.about @> array[${filter.about}]::text[]`}`
}
