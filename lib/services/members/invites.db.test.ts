import { afterAll, beforeAll, expect, test } from 'vitest'
import { findInvite } from '@/db/queries/access/members'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import type { Context, Role } from '@/lib/services/context'
import { addMember, addUser, addWorkspace, NOW, PASSWORD } from '@/lib/services/testing/people'
import { disableMember } from './disable-member'
import { hashInviteToken } from './invite-token'
import { inviteMember } from './invite-member'
import { joinAsNewUser } from './join-as-new-user'
import { joinWorkspace } from './join-workspace'
import { revokeInvite } from './revoke-invite'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const deps = (now = NOW) => ({ db: database.db, now })
const DAY = 24 * 3_600_000

async function invite(ctx: Context, role: Role = 'operator') {
  const made = await inviteMember(ctx, { role })
  if (!made.ok) throw new Error(made.error.message)
  const [, , workspaceSlug, token] = made.value.path.split('/')
  return { id: made.value.id, workspaceSlug: workspaceSlug!, token: token! }
}

function joinNew(link: { workspaceSlug: string; token: string }, email: string, now = NOW) {
  const { workspaceSlug, token } = link
  return joinAsNewUser(deps(now), { workspaceSlug, token, name: 'New', email, password: PASSWORD })
}

async function members(ctx: Context) {
  return database.sql<{ role: string }[]>`select role from members where workspace_id = ${ctx.workspace.id}`
}

test('a link lets exactly one in, however many use it at once', async () => {
  const ctx = await addWorkspace(database)
  const link = await invite(ctx)
  const results = await Promise.all(
    Array.from({ length: 6 }, (_, n) => joinNew(link, `herd${n}@example.com`)),
  )
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect((await members(ctx)).map((row) => row.role).toSorted()).toEqual(['admin', 'operator'])
  // Whoever did not get in left no account behind.
  expect(await database.sql`select 1 from users where email like 'herd%'`).toHaveLength(1)
  expect(await joinNew(link, 'late@example.com')).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

test('a link ends after 7 days, and when it is revoked', async () => {
  const ctx = await addWorkspace(database)
  const old = await invite(ctx)
  const at = (ms: number) => new Date(NOW.getTime() + ms)
  expect(await joinNew(old, 'old@example.com', at(7 * DAY))).toMatchObject({ ok: false })
  expect((await joinNew(old, 'old@example.com', at(7 * DAY - 1000))).ok).toBe(true)

  const taken = await invite(ctx)
  expect((await revokeInvite(ctx, { id: taken.id })).ok).toBe(true)
  expect(await revokeInvite(ctx, { id: taken.id })).toMatchObject({ ok: false })
  expect(await joinNew(taken, 'revoked@example.com')).toMatchObject({ ok: false })
})

test('a link works for its own workspace only, and only its hash is stored', async () => {
  const [ctx, other] = [await addWorkspace(database), await addWorkspace(database)]
  const link = await invite(ctx, 'admin')
  const elsewhere = { ...link, workspaceSlug: other.workspace.slug }
  expect(await joinNew(elsewhere, 'cross@example.com')).toMatchObject({ ok: false })
  expect(await revokeInvite(other, { id: link.id })).toMatchObject({ ok: false })
  const where = { workspaceSlug: other.workspace.slug, tokenHash: hashInviteToken(link.token), now: NOW }
  expect(await findInvite(database.sql, where)).toBeNull()
  expect(await findInvite(database.sql, { ...where, workspaceSlug: ctx.workspace.slug })).not.toBeNull()
  const stored = await database.sql`select 1 from invites where token_hash = ${link.token}`
  expect(stored).toHaveLength(0)
})

test('a taken address and a present member leave the link unused', async () => {
  const ctx = await addWorkspace(database)
  const link = await invite(ctx)
  const known = await addUser(database)
  expect(await joinNew(link, known.email)).toMatchObject({ ok: false, error: { code: 'conflict' } })
  const present = await addMember(database, ctx, 'viewer')
  const again = { ...link, userId: present.actor.userId }
  expect(await joinWorkspace(deps(), again)).toMatchObject({ ok: false, error: { code: 'conflict' } })

  await disableMember(ctx, { userId: present.actor.userId, disabled: true })
  expect(await joinWorkspace(deps(), again)).toMatchObject({ ok: false, error: { code: 'conflict' } })

  expect(await joinWorkspace(deps(), { ...link, userId: known.id })).toEqual({
    ok: true,
    value: { slug: ctx.workspace.slug },
  })
})

test('only an admin invites, and what a former admin left open is taken back', async () => {
  const ctx = await addWorkspace(database)
  for (const role of ['viewer', 'operator'] as const) {
    const member = await addMember(database, ctx, role)
    expect(await inviteMember(member, { role: 'admin' })).toMatchObject({ error: { code: 'forbidden' } })
  }
  const second = await addMember(database, ctx, 'admin')
  const link = await invite(second, 'admin')
  await disableMember(ctx, { userId: second.actor.userId, disabled: true })
  expect(await joinNew(link, 'back-door@example.com')).toMatchObject({ ok: false })
})
