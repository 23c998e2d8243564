import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { members } from '@/db/schema'
import type { Role } from '@/lib/services/context'

export interface MemberRow {
  userId: string
  role: Role
  disabled: boolean
}

/** Takes the workspace's member list for this transaction, so that two admins can't remove each other at once; gives the list. */
export async function lockMembers(tx: Tx, workspaceId: string): Promise<MemberRow[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`members:${workspaceId}`}, 0))`)
  return tx
    .select({ userId: members.userId, role: members.role, disabled: members.disabled })
    .from(members)
    .where(eq(members.workspaceId, workspaceId))
}

/** Whether the workspace would be left without an admin if this one were gone. */
export function isLastAdmin(list: MemberRow[], userId: string): boolean {
  const admins = list.filter((member) => member.role === 'admin' && !member.disabled)
  return admins.length === 1 && admins[0]?.userId === userId
}

/** The condition for one member's row. */
export function memberIs(workspaceId: string, userId: string) {
  return and(eq(members.workspaceId, workspaceId), eq(members.userId, userId))
}
