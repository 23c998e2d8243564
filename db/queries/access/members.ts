import type { Sql } from 'postgres'
import type { Role } from '@/lib/roles'

export interface Member {
  userId: string
  name: string
  email: string
  role: Role
  disabled: boolean
  joinedAt: Date
  lastSeenAt: Date | null
}

export interface OpenInvite {
  id: string
  role: Role
  invitedBy: string
  createdAt: Date
  expiresAt: Date
}

/** The people of a workspace, by name. */
export async function listMembers(sql: Sql, workspaceId: string): Promise<Member[]> {
  return sql<Member[]>`
    select m.user_id as "userId", u.name, u.email, m.role, m.disabled, m.created_at as "joinedAt",
           (select max(s.last_seen_at) from sessions s where s.user_id = m.user_id) as "lastSeenAt"
      from members m join users u on u.id = m.user_id
     where m.workspace_id = ${workspaceId}
     order by m.disabled, lower(u.name), m.user_id`
}

/** The links that still let somebody in, newest first. */
export async function listOpenInvites(sql: Sql, workspaceId: string, now: Date): Promise<OpenInvite[]> {
  return sql<OpenInvite[]>`
    select i.id, i.role, coalesce(u.name, '') as "invitedBy", i.created_at as "createdAt", i.expires_at as "expiresAt"
      from invites i left join users u on u.id = i.created_by
     where i.workspace_id = ${workspaceId} and i.used_at is null and i.revoked_at is null and i.expires_at > ${now}
     order by i.id desc`
}

/** The workspace a link leads to and the role it gives; null for a link that does not work. */
export async function findInvite(
  sql: Sql,
  { workspaceSlug, tokenHash, now }: { workspaceSlug: string; tokenHash: string; now: Date },
): Promise<{ workspaceName: string; role: Role } | null> {
  const rows = await sql<{ workspaceName: string; role: Role }[]>`
    select w.name as "workspaceName", i.role
      from workspaces w join invites i on i.workspace_id = w.id
     where w.slug = ${workspaceSlug} and i.token_hash = ${tokenHash}
       and i.used_at is null and i.revoked_at is null and i.expires_at > ${now}`
  return rows[0] ?? null
}
