import type { Sql } from 'postgres'

export interface UserRow {
  id: string
  email: string
  name: string
  disabled: boolean
  createdAt: Date
  /** `acme:admin, north:viewer`; disabled memberships left out. */
  workspaces: string
}

/** Whether anybody can sign in yet. */
export async function hasUsers(sql: Sql): Promise<boolean> {
  const rows = await sql<{ found: boolean }[]>`select exists (select from users) as found`
  return rows[0]!.found
}

/** Every user of this server, for the command line. */
export async function listUsers(sql: Sql): Promise<UserRow[]> {
  return sql<UserRow[]>`
    select u.id, u.email, u.name, u.disabled, u.created_at as "createdAt",
           coalesce(string_agg(w.slug || ':' || m.role, ', ' order by w.slug) filter (where not m.disabled), '') as workspaces
      from users u
      left join members m on m.user_id = u.id
      left join workspaces w on w.id = m.workspace_id
     group by u.id order by u.email`
}

/** A user by address, for the command line. */
export async function findUser(
  sql: Sql,
  email: string,
): Promise<{ id: string; email: string; name: string } | null> {
  const rows = await sql<{ id: string; email: string; name: string }[]>`
    select id, email, name from users where email = ${email.trim().toLowerCase()}`
  return rows[0] ?? null
}
