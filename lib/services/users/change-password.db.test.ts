import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSession } from '@/db/queries/access/load-session'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { signOut } from '@/lib/services/sessions/sign-out'
import { signOutEverywhere } from '@/lib/services/sessions/sign-out-everywhere'
import { addWorkspace, NOW, openSession, PASSWORD } from '@/lib/services/testing/people'
import { changePassword } from './change-password'
import { disableUser } from './disable-user'
import { setPassword } from './set-password'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const deps = () => ({ db: database.db, now: NOW })
const isOpen = async (id: string) => (await loadSession(database.sql, id, NOW)) !== null

async function personWithSessions(count: number) {
  const { actor, workspace } = await addWorkspace(database)
  const sessions: string[] = []
  for (let n = 0; n < count; n += 1) sessions.push(await openSession(database, actor.userId))
  const [user] = await database.sql<{ email: string }[]>`select email from users where id = ${actor.userId}`
  return { userId: actor.userId, email: user!.email, workspaceId: workspace.id, sessions }
}

async function actionsIn(workspaceId: string): Promise<string[]> {
  const rows = await database.sql<{ action: string }[]>`
    select action from activity where workspace_id = ${workspaceId} order by id`
  return rows.map((row) => row.action)
}

test('a new password ends the other sessions and keeps this one', async () => {
  const { userId, workspaceId, sessions } = await personWithSessions(3)
  const change = (current: string) =>
    changePassword(
      { ...deps(), userId, sessionId: sessions[0]! },
      { current, password: 'a brand new password' },
    )
  expect(await change('wrong')).toMatchObject({
    ok: false,
    error: { fields: { current: expect.any(String) } },
  })
  expect(await Promise.all(sessions.map(isOpen))).toEqual([true, true, true])
  expect(await change(PASSWORD)).toEqual({ ok: true, value: { endedSessions: 2 } })
  expect(await Promise.all(sessions.map(isOpen))).toEqual([true, false, false])
  expect(await actionsIn(workspaceId)).toEqual(['user.password_changed'])
})

test('of two changes at once only one holds', async () => {
  const { userId, sessions } = await personWithSessions(1)
  const change = (password: string) =>
    changePassword({ ...deps(), userId, sessionId: sessions[0]! }, { current: PASSWORD, password })
  const results = await Promise.all([change('first new password'), change('second new password')])
  expect(results.filter((result) => result.ok)).toHaveLength(1)
})

test('signing out ends one session of one’s own; everywhere ends them all', async () => {
  const { userId, sessions } = await personWithSessions(3)
  const stranger = await personWithSessions(1)
  await signOut(deps(), { userId, sessionId: stranger.sessions[0]! })
  expect(await isOpen(stranger.sessions[0]!)).toBe(true)
  await signOut(deps(), { userId, sessionId: sessions[0]! })
  expect(await Promise.all(sessions.map(isOpen))).toEqual([false, true, true])
  expect(await signOutEverywhere(deps(), { userId })).toEqual({ ok: true, value: { endedSessions: 2 } })
  expect(await Promise.all(sessions.map(isOpen))).toEqual([false, false, false])
  expect(await isOpen(stranger.sessions[0]!)).toBe(true)
})

test('the command line sets a password and shuts a user out, which ends their sessions', async () => {
  const first = await personWithSessions(2)
  const set = await setPassword(deps(), {
    email: first.email.toUpperCase(),
    password: 'given by the operator',
  })
  expect(set).toEqual({ ok: true, value: { endedSessions: 2 } })
  expect(await Promise.all(first.sessions.map(isOpen))).toEqual([false, false])

  const second = await personWithSessions(1)
  expect(await disableUser(deps(), { email: second.email, disabled: true })).toMatchObject({ ok: true })
  expect(await isOpen(second.sessions[0]!)).toBe(false)
  expect(await actionsIn(second.workspaceId)).toEqual(['user.disabled'])
  expect(await disableUser(deps(), { email: 'nobody@example.com', disabled: true })).toMatchObject({
    ok: false,
  })
})
