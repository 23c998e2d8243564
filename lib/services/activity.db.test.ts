import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { recordActivity } from './activity'
import type { Context } from './context'
import { addWorkspace } from './testing/people'
import { verifyActivity } from './verify-activity'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

async function written(rows: number): Promise<Context> {
  const ctx = await addWorkspace(database)
  for (let n = 1; n <= rows; n += 1) {
    const details = { to: { b: n, a: 'ü "quoted"' }, from: null }
    await recordActivity(n % 2 ? database.db : database.sql, ctx, { action: 'test.done', count: n, details })
  }
  return ctx
}

const problems = (ctx: Context) => verifyActivity(database.sql, ctx.workspace.id)

test('a chain written by both kinds of client is whole', async () => {
  expect(await problems(await written(6))).toEqual([])
})

test('writers at once stand in one order without a gap', async () => {
  const ctx = await written(1)
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      database.sql.begin((tx) => recordActivity(tx, ctx, { action: 'test.raced', count: n })),
    ),
  )
  expect(await problems(ctx)).toEqual([])
  const rows = await database.sql<{ seq: number }[]>`
    select seq::int from activity where workspace_id = ${ctx.workspace.id} order by seq`
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 41 }, (_, n) => n + 1))
})

test('a transaction that fails leaves no row and no gap', async () => {
  const ctx = await written(1)
  const failing = database.sql.begin(async (tx) => {
    await recordActivity(tx, ctx, { action: 'test.failed' })
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  await recordActivity(database.sql, ctx, { action: 'test.done' })
  expect(await problems(ctx)).toEqual([])
})

test.each([
  [
    'changed',
    'row 3 was changed',
    (id: string) => database.sql`
    update activity set count = 99 where workspace_id = ${id} and seq = 3`,
  ],
  [
    'left out',
    'row 3 is missing',
    (id: string) => database.sql`
    delete from activity where workspace_id = ${id} and seq = 3`,
  ],
  [
    'cut off',
    'rows 5 to 5 are missing',
    (id: string) => database.sql`
    delete from activity where workspace_id = ${id} and seq = 5`,
  ],
])('a row that is %s by somebody with more rights is told', async (_, told, tamper) => {
  const ctx = await written(5)
  await database.sql`grant update, delete on activity to current_user`
  await tamper(ctx.workspace.id)
  expect(await problems(ctx)).toEqual([expect.stringContaining(told)])
})

test('addresses are kept as digests of the workspace only', async () => {
  const [one, two] = [await written(0), await written(0)]
  for (const ctx of [one, two]) {
    await recordActivity(database.sql, ctx, { action: 'test.about', about: ['canary@secret.example'] })
  }
  const rows = await database.sql<{ row: string; about: string[] }[]>`
    select a::text as row, about from activity a where workspace_id in (${one.workspace.id}, ${two.workspace.id})`
  for (const { row, about } of rows) {
    expect(row).not.toContain('canary')
    expect(about).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
  }
  expect(new Set(rows.flatMap(({ about }) => about)).size).toBe(2)
})

test('the role of the app has no right to change or delete a row', async () => {
  const fresh = await createTestDatabase()
  try {
    const rows = await fresh.sql<{ right: string }[]>`
      select privilege_type as right from pg_class, aclexplode(relacl) as held
      where oid = 'activity'::regclass and held.grantee = relowner`
    const rights = rows.map(({ right }) => right)
    expect(rights).toContain('INSERT')
    expect(rights).not.toEqual(expect.arrayContaining([expect.stringMatching(/UPDATE|DELETE|TRUNCATE/)]))
  } finally {
    await fresh.close()
  }
})
