import { randomUUID } from 'node:crypto'
import { ADMIN } from './admin'
import { openServerDatabase } from './server-database'

/** An empty workspace of a test file's own, in which the admin of the tests is one; gives its home path. */
export async function ownWorkspace(): Promise<string> {
  const { sql, close } = await openServerDatabase()
  const id = randomUUID()
  const slug = `own-${id.slice(0, 8)}`
  await sql`
    insert into workspaces (id, slug, name, time_zone, created_at)
    values (${id}, ${slug}, 'Own', 'Europe/Berlin', now())`
  await sql`
    insert into members (workspace_id, user_id, role, created_at)
    select ${id}, id, 'admin', now() from users where email = ${ADMIN.email}`
  await close()
  return `/w/${slug}`
}
