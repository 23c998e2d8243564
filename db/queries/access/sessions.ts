import type { Sql } from 'postgres'

export interface OpenSession {
  id: string
  device: string
  createdAt: Date
  lastSeenAt: Date
}

/** A user's open sessions, last used first. */
export async function listSessions(sql: Sql, userId: string, now: Date): Promise<OpenSession[]> {
  return sql<OpenSession[]>`
    select id, device, created_at as "createdAt", last_seen_at as "lastSeenAt"
      from sessions
     where user_id = ${userId} and revoked_at is null and expires_at > ${now}
     order by last_seen_at desc, id`
}
