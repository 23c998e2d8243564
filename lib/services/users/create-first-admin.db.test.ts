import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { createFirstAdmin } from './create-first-admin'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const person = {
  name: 'Nadia',
  password: 'correct horse battery',
  workspaceName: 'Äcme & Co.',
  timeZone: 'Europe/Berlin',
}
const create = (email: string, more = {}) =>
  createFirstAdmin({ db: database.db, now: new Date() }, { ...person, email, ...more })

/** Holds the table of users until every connection of the pool waits for a lock, then lets them all go. */
async function atTheSameMoment<T>(start: () => Promise<T>[]): Promise<T[]> {
  const started = await database.sql.begin(async (tx) => {
    await tx`lock table users in access exclusive mode`
    const tries = start()
    for (let waiting = 0; waiting < 4;) {
      const rows = await database.sql<{ n: number }[]>`
        select count(*)::int as n from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`
      waiting = rows[0]!.n
    }
    return { tries }
  })
  return Promise.all(started.tries)
}

test('what is not right is refused by name and makes nobody', async () => {
  for (const bad of [
    { password: 'short' },
    { timeZone: 'Mars/Base' },
    { workspaceName: ' ' },
    { name: '\u202Eevil' },
  ]) {
    const refused = await create('a@example.com', bad)
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  }
  expect((await create('not an address')).ok).toBe(false)
  expect(await database.sql`select 1 from users`).toHaveLength(0)
})

test('of eight at once exactly one becomes the first admin, and later ones are refused', async () => {
  const results = await atTheSameMoment(() =>
    Array.from({ length: 8 }, (_, n) => create(`Person${n}@Example.com`)),
  )
  const made = results.filter((result) => result.ok)
  expect(made).toHaveLength(1)
  for (const refused of results.filter((result) => !result.ok)) {
    expect(refused.error.code).toBe('precondition_failed')
  }
  expect(await create('late@example.com')).toMatchObject({ ok: false })

  const rows = await database.sql`
    select u.email, w.slug, w.time_zone, m.role, a.action
      from users u join members m on m.user_id = u.id join workspaces w on w.id = m.workspace_id
      join activity a on a.workspace_id = w.id and a.actor_id = u.id`
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    slug: 'acme-co',
    time_zone: 'Europe/Berlin',
    role: 'admin',
    action: 'workspace.created',
  })
  expect(rows[0]!.email).toMatch(/^person\d@example\.com$/)
})
