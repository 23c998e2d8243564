import type { Sql } from 'postgres'
import type { Db } from '@/db/client'
import type { Role } from '@/lib/roles'

export { mayAct, ROLES, type Role } from '@/lib/roles'

/** Who acts, where and when: made from the server's session (or by the command line), never from the client. */
export interface Context {
  db: Db
  sql: Sql
  actor: { userId: string; role: Role }
  workspace: { id: string; slug: string; name: string; timeZone: string }
  now: Date
}
