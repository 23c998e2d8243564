import type { Sql } from 'postgres'
import type { Role } from '@/lib/roles'

export interface SignedIn {
  sessionId: string
  user: { id: string; name: string; email: string }
  lastSeenAt: Date
  workspaces: { id: string; slug: string; name: string; timeZone: string; role: Role }[]
}

interface Row {
  userId: string
  name: string
  email: string
  lastSeenAt: Date
  workspaceId: string | null
  slug: string
  workspaceName: string
  timeZone: string
  role: Role
}

/** The person behind a session and where they may work; null when the session ended, was revoked, or the user is disabled. */
export async function loadSession(sql: Sql, sessionId: string, now: Date): Promise<SignedIn | null> {
  const rows = await sql<Row[]>`
    select u.id as "userId", u.name, u.email, s.last_seen_at as "lastSeenAt",
           w.id as "workspaceId", w.slug, w.name as "workspaceName", w.time_zone as "timeZone", m.role
      from sessions s
      join users u on u.id = s.user_id and not u.disabled
      left join members m on m.user_id = u.id and not m.disabled
      left join workspaces w on w.id = m.workspace_id
     where s.id = ${sessionId} and s.revoked_at is null and s.expires_at > ${now}
     order by w.name, w.slug`
  const first = rows[0]
  if (!first) return null
  const workspaces = rows.flatMap((row) =>
    row.workspaceId
      ? [
          {
            id: row.workspaceId,
            slug: row.slug,
            name: row.workspaceName,
            timeZone: row.timeZone,
            role: row.role,
          },
        ]
      : [],
  )
  const user = { id: first.userId, name: first.name, email: first.email }
  return { sessionId, user, lastSeenAt: first.lastSeenAt, workspaces }
}

/** Notes that a session was used. */
export async function touchSession(sql: Sql, sessionId: string, now: Date): Promise<void> {
  await sql`update sessions set last_seen_at = ${now} where id = ${sessionId} and last_seen_at < ${now}`
}
