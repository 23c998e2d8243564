import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { members, users, workspaces } from '@/db/schema'
import { fail, ok, type Result } from '@/lib/result'
import { COMMAND_LINE, recordActivity } from '@/lib/services/activity'
import { ROLES } from '@/lib/services/context'
import type { Deps } from '@/lib/services/deps'
import { newPerson } from './fields'
import { insertUser } from './insert-user'
import { hashPassword } from './password'

const inputShape = newPerson.extend({
  workspace: z.string().optional(),
  role: z.enum(ROLES).default('viewer'),
})

/** For the command line: adds a user, and to a workspace (by slug) in a role if one is named. Rejects a taken address. */
export async function createUser(
  { db, now }: Deps,
  input: z.input<typeof inputShape>,
): Promise<Result<{ userId: string }>> {
  const parsed = inputShape.safeParse(input)
  if (!parsed.success) return fail('invalid_input', z.prettifyError(parsed.error))
  const { workspace: slug, role, password, ...person } = parsed.data
  const passwordHash = await hashPassword(password)
  return db.transaction(async (tx) => {
    const taken = await tx.select({ id: users.id }).from(users).where(eq(users.email, person.email))
    if (taken.length > 0) return fail('conflict', 'A user with this address exists already.')
    const place = slug
      ? (await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.slug, slug)))[0]
      : undefined
    if (slug && !place) return fail('not_found', `There is no workspace “${slug}”.`)
    const userId = await insertUser(tx, { ...person, passwordHash }, now)
    if (!place) return ok({ userId })
    await tx.insert(members).values({ workspaceId: place.id, userId, role, createdAt: now })
    const who = { actor: { userId: COMMAND_LINE }, workspace: place, now }
    await recordActivity(tx, who, { action: 'member.added', subjectId: userId, details: { role } })
    return ok({ userId })
  })
}
