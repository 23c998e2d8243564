import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSession } from '@/db/queries/access/load-session'
import { members } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import type { Context } from '@/lib/services/context'
import { addMember, addWorkspace, NOW, openSession } from '@/lib/services/testing/people'
import { updateWorkspace } from '@/lib/services/workspaces/update-workspace'
import { changeRole } from './change-role'
import { disableMember } from './disable-member'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

async function activeAdmins(ctx: Context): Promise<number> {
  const rows = await database.sql`
    select 1 from members where workspace_id = ${ctx.workspace.id} and role = 'admin' and not disabled`
  return rows.length
}

async function activityOf(ctx: Context): Promise<{ action: string; actor: string }[]> {
  return database.sql<{ action: string; actor: string }[]>`
    select action, actor_id as actor from activity where workspace_id = ${ctx.workspace.id} order by id`
}

test('the last admin can neither be demoted nor disabled', async () => {
  const ctx = await addWorkspace(database)
  const self = ctx.actor.userId
  await addMember(database, ctx, 'operator')
  expect(await changeRole(ctx, { userId: self, role: 'viewer' })).toMatchObject({
    error: { code: 'precondition_failed' },
  })
  expect(await disableMember(ctx, { userId: self, disabled: true })).toMatchObject({
    error: { code: 'precondition_failed' },
  })
  expect(await activityOf(ctx)).toEqual([])
})

test('two admins who demote or disable each other at once leave one', async () => {
  for (let round = 0; round < 5; round += 1) {
    const one = await addWorkspace(database)
    const two = await addMember(database, one, 'admin')
    await Promise.all([
      changeRole(one, { userId: two.actor.userId, role: 'viewer' }),
      disableMember(two, { userId: one.actor.userId, disabled: true }),
    ])
    expect(await activeAdmins(one)).toBe(1)
    expect(await activityOf(one)).toHaveLength(1)
  }
})

test('a role acts from the next request on', async () => {
  const ctx = await addWorkspace(database)
  const member = await addMember(database, ctx, 'viewer')
  const sessionId = await openSession(database, member.actor.userId)
  const roleNow = async () => (await loadSession(database.sql, sessionId, NOW))?.workspaces[0]?.role
  expect(await roleNow()).toBe('viewer')
  expect(await changeRole(ctx, { userId: member.actor.userId, role: 'operator' })).toMatchObject({ ok: true })
  expect(await roleNow()).toBe('operator')
  expect(await activityOf(ctx)).toEqual([{ action: 'member.role_changed', actor: ctx.actor.userId }])
})

test('disabling shuts out at once; it ends the sessions of whoever has no other workspace', async () => {
  const [ctx, other] = [await addWorkspace(database), await addWorkspace(database)]
  const member = await addMember(database, ctx, 'operator')
  const userId = member.actor.userId
  await database.db
    .insert(members)
    .values({ workspaceId: other.workspace.id, userId, role: 'viewer', createdAt: NOW })
  const sessionId = await openSession(database, userId)
  const places = async () =>
    (await loadSession(database.sql, sessionId, NOW))?.workspaces.map((each) => each.slug)

  await disableMember(ctx, { userId, disabled: true })
  expect(await places()).toEqual([other.workspace.slug])
  await disableMember(ctx, { userId, disabled: false })
  expect(await places()).toHaveLength(2)
  await disableMember(ctx, { userId, disabled: true })
  await disableMember(other, { userId, disabled: true })
  expect(await places()).toBeUndefined()
})

test('people of another workspace are out of reach, and so is everything for who is no admin', async () => {
  const [ctx, other] = [await addWorkspace(database), await addWorkspace(database)]
  const stranger = (await addMember(database, other, 'viewer')).actor.userId
  expect(await changeRole(ctx, { userId: stranger, role: 'admin' })).toMatchObject({
    error: { code: 'not_found' },
  })
  expect(await disableMember(ctx, { userId: stranger, disabled: true })).toMatchObject({
    error: { code: 'not_found' },
  })
  for (const role of ['viewer', 'operator'] as const) {
    const member = await addMember(database, ctx, role)
    const self = member.actor.userId
    const tries = [
      changeRole(member, { userId: self, role: 'admin' }),
      disableMember(member, { userId: ctx.actor.userId, disabled: true }),
      updateWorkspace(member, { name: 'Mine', timeZone: 'UTC' }),
    ]
    for (const result of await Promise.all(tries))
      expect(result).toMatchObject({ error: { code: 'forbidden' } })
  }
  expect(await activityOf(ctx)).toEqual([])
  expect(await activityOf(other)).toEqual([])
})
