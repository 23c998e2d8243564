import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { users } from '@/db/schema'
import { fail, ok, type Result } from '@/lib/result'
import type { Deps } from '@/lib/services/deps'
import { timeZone, workspaceName } from '@/lib/services/workspaces/fields'
import { insertWorkspace } from '@/lib/services/workspaces/insert-workspace'
import { newPerson } from './fields'
import { insertUser } from './insert-user'
import { hashPassword } from './password'

export const firstAdminInput = newPerson.extend({ workspaceName, timeZone })
export type FirstAdminInput = z.input<typeof firstAdminInput>

/** Any number that nobody else locks. */
const SET_UP_LOCK = 7_301_842_606

const refusal = fail('precondition_failed', 'Rebound is set up already. Sign in instead.')

/** Makes the first user, admin of the first workspace. Rejects when any user exists; of several at once exactly one wins. */
export async function createFirstAdmin(
  { db, now }: Deps,
  input: FirstAdminInput,
): Promise<Result<{ userId: string; workspace: { id: string; slug: string } }>> {
  const parsed = firstAdminInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', z.prettifyError(parsed.error))
  const { workspaceName: called, timeZone: zone, password, ...person } = parsed.data
  // Hashing is dear; once Rebound is set up nobody can make us do it through here.
  if (await anyUser(db)) return refusal
  const passwordHash = await hashPassword(password)
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SET_UP_LOCK}::bigint)`)
    if (await anyUser(tx)) return refusal
    const userId = await insertUser(tx, { ...person, passwordHash }, now)
    const workspace = await insertWorkspace(tx, { name: called, timeZone: zone, adminId: userId }, now)
    return ok({ userId, workspace })
  })
}

async function anyUser(db: Db | Tx): Promise<boolean> {
  return (await db.select({ id: users.id }).from(users).limit(1)).length > 0
}
