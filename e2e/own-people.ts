import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { openServerDatabase } from './server-database'

/** An empty workspace of a test file's own and an operator in it, signed in: the slug, and the cookie to send. */
export async function ownOperator(): Promise<{ id: string; slug: string; cookie: string }> {
  const { sql, secret, close } = await openServerDatabase()
  const [id, user, session] = [randomUUID(), randomUUID(), randomUUID()]
  const slug = `own-${id.slice(0, 8)}`
  await sql`
    insert into workspaces (id, slug, name, time_zone, created_at) values (${id}, ${slug}, 'Own', 'UTC', now())`
  await sql`
    insert into users (id, email, name, password_hash, created_at)
    values (${user}, ${`${user}@acme.example`}, 'Olga', '', now())`
  await sql`
    insert into members (workspace_id, user_id, role, created_at) values (${id}, ${user}, 'operator', now())`
  await sql`
    insert into sessions (id, user_id, device, created_at, last_seen_at, expires_at)
    values (${session}, ${user}, 'Test', now(), now(), now() + interval '1 hour')`
  await close()
  return { id, slug, cookie: `rebound.session=${await encode({ token: { sid: session }, secret })}` }
}
