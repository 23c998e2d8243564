import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import type { Sql } from 'postgres'
import { openServerDatabase } from './server-database'

/** An empty workspace of a test file's own and an operator in it, signed in: the slug, and the cookie to send. */
export async function ownOperator(): Promise<{ id: string; slug: string; cookie: string }> {
  const { sql, secret, close } = await openServerDatabase()
  const workspace = await addOwnWorkspace(sql)
  const { cookie } = await addOperator(sql, secret, workspace.id)
  await close()
  return { ...workspace, cookie }
}

/** An empty workspace of a test's own. */
export async function addOwnWorkspace(sql: Sql): Promise<{ id: string; slug: string }> {
  const id = randomUUID()
  const slug = `own-${id.slice(0, 8)}`
  await sql`
    insert into workspaces (id, slug, name, time_zone, created_at) values (${id}, ${slug}, 'Own', 'UTC', now())`
  return { id, slug }
}

/** One more operator of a workspace, signed in at the server with this secret. */
export async function addOperator(
  sql: Sql,
  secret: string,
  id: string,
): Promise<{ user: string; cookie: string }> {
  const [user, session] = [randomUUID(), randomUUID()]
  await sql`
    insert into users (id, email, name, password_hash, created_at)
    values (${user}, ${`${user}@acme.example`}, 'Olga', '', now())`
  await sql`
    insert into members (workspace_id, user_id, role, created_at) values (${id}, ${user}, 'operator', now())`
  await sql`
    insert into sessions (id, user_id, device, created_at, last_seen_at, expires_at)
    values (${session}, ${user}, 'Test', now(), now(), now() + interval '1 day')`
  return { user, cookie: `rebound.session=${await encode({ token: { sid: session }, secret })}` }
}
