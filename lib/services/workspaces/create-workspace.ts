import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema'
import { fail, ok, type Result } from '@/lib/result'
import type { Deps } from '@/lib/services/deps'
import { timeZone, workspaceName } from './fields'
import { insertWorkspace } from './insert-workspace'

export const createWorkspaceInput = z.strictObject({ name: workspaceName, timeZone })

const SLUG_LOCK = 7_301_842_607

/** Makes a workspace with its first admin; `actorId` says who did it where that is someone else. Rejects a bad name or zone. */
export async function createWorkspace(
  { db, now }: Deps,
  input: z.input<typeof createWorkspaceInput> & { adminId: string; actorId?: string },
): Promise<Result<{ id: string; slug: string }>> {
  const { adminId, actorId, ...given } = input
  const parsed = createWorkspaceInput.safeParse(given)
  if (!parsed.success) return fail('invalid_input', z.prettifyError(parsed.error))
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SLUG_LOCK}::bigint)`)
    const admin = await tx.select({ id: users.id }).from(users).where(eq(users.id, adminId))
    if (admin.length === 0) return fail('not_found', 'There is no such user.')
    return ok(await insertWorkspace(tx, { ...parsed.data, adminId, actorId }, now))
  })
}
