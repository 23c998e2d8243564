import { hash } from '@node-rs/argon2'
import type { Sql } from 'postgres'
import type { Db } from '@/db/client'
import { members, sessions, users, workspaces } from '@/db/schema'
import { newId } from '@/lib/id'
import type { Context, Role } from '@/lib/services/context'

export const PASSWORD = 'correct horse battery'
export const NOW = new Date('2026-11-20T10:00:00Z')

/** Any migrated database: that of a test file, or of a server under test. */
export interface Place {
  db: Db
  sql: Sql
}

let counter = 0
let cheapHash: Promise<string> | undefined

/** Adds a user with `PASSWORD`, hashed cheaply; gives id and address. */
export async function addUser({ db }: Place): Promise<{ id: string; email: string }> {
  cheapHash ??= hash(PASSWORD, { memoryCost: 1024, timeCost: 1 })
  const id = newId()
  const user = { id, email: `person-${id}@example.com` }
  await db
    .insert(users)
    .values({ ...user, name: `Person ${(counter += 1)}`, passwordHash: await cheapHash, createdAt: NOW })
  return user
}

/** Adds a workspace with one admin; gives what that admin acts with. */
export async function addWorkspace(test: Place): Promise<Context> {
  const id = newId()
  const workspace = { id, slug: `place-${id}`, name: `Place ${(counter += 1)}`, timeZone: 'UTC' }
  await test.db.insert(workspaces).values({ ...workspace, createdAt: NOW })
  const { db, sql } = test
  const nobody: Context = { db, sql, workspace, now: NOW, actor: { userId: newId(), role: 'admin' } }
  return addMember(test, nobody, 'admin')
}

/** Adds a person to the workspace of `ctx`; gives what that person acts with. */
export async function addMember(test: Place, ctx: Context, role: Role): Promise<Context> {
  const { id: userId } = await addUser(test)
  await test.db.insert(members).values({ workspaceId: ctx.workspace.id, userId, role, createdAt: NOW })
  return { ...ctx, actor: { userId, role } }
}

/** Opens a session of a user, without a password. */
export async function openSession(
  { db }: Place,
  userId: string,
  change: Partial<typeof sessions.$inferInsert> = {},
): Promise<string> {
  const id = crypto.randomUUID()
  const times = { createdAt: NOW, lastSeenAt: NOW, expiresAt: new Date('2100-01-01T00:00:00Z') }
  await db.insert(sessions).values({ id, userId, device: 'Test', ...times, ...change })
  return id
}
