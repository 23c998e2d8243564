import type { Sql } from 'postgres'
import type { Db } from '@/db/client'

export const ROLES = ['viewer', 'operator', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Who acts, where and when: made from the server's session (or by the command line), never from the client. */
export interface Context {
  db: Db
  sql: Sql
  actor: { userId: string; role: Role }
  workspace: { id: string; slug: string; name: string; timeZone: string }
  now: Date
}

/** Whether `role` includes what `needed` may do. */
export function mayAct(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed)
}
