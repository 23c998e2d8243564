import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import type { TestWorkspace } from '@/db/testing/bounces'
import { ADMIN } from './admin'
import { openServerDatabase } from './server-database'

/** An empty workspace in which the admin of the tests is one. */
export async function addOwnWorkspace(sql: Sql, prefix = 'own'): Promise<TestWorkspace & { admin: string }> {
  const id = randomUUID()
  const workspace = { id, slug: `${prefix}-${id.slice(0, 8)}`, name: 'Own', timeZone: 'Europe/Berlin' }
  await sql`
    insert into workspaces (id, slug, name, time_zone, created_at)
    values (${id}, ${workspace.slug}, ${workspace.name}, ${workspace.timeZone}, now())`
  const [admin] = await sql<{ id: string }[]>`
    insert into members (workspace_id, user_id, role, created_at)
    select ${id}, id, 'admin', now() from users where email = ${ADMIN.email} returning user_id as id`
  return { ...workspace, admin: admin!.id }
}

/** One for a test file; gives its home path. */
export async function ownWorkspace(): Promise<string> {
  const { sql, close } = await openServerDatabase()
  const { slug } = await addOwnWorkspace(sql)
  await close()
  return `/w/${slug}`
}
