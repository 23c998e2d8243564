import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { createEmpty, dropDatabase } from '@/db/testing/server'
import { openSql } from '@/db/client'
import { migrate } from '@/db/migrate'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())

describe('migrate', () => {
  it('runs once when several processes start together', async () => {
    const { url: server } = inject('testServer')
    const { name, url } = await createEmpty(server)
    const sql = openSql(url, 1)
    try {
      await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)])
      const rows = await sql`select hash from drizzle.__drizzle_migrations`
      expect(new Set(rows.map((row) => row.hash)).size).toBe(rows.length)
      expect(rows.length).toBeGreaterThan(0)
    } finally {
      await sql.end()
      await dropDatabase(server, name)
    }
  })

  it('does nothing on a database that is up to date', async () => {
    const before = await test.sql`select count(*)::int as n from drizzle.__drizzle_migrations`
    await migrate(test.url)
    expect(await test.sql`select count(*)::int as n from drizzle.__drizzle_migrations`).toEqual(before)
  })

  it('compares addresses and domains by bytes, which is what their indexes are made for', async () => {
    const rows = await test.sql`
      select attname from pg_attribute a join pg_collation c on c.oid = a.attcollation
      where attrelid = 'bounces'::regclass and collname = 'C' order by attname`
    expect(rows.map((row) => row.attname)).toEqual(expect.arrayContaining(['domain', 'recipient']))
  })
})
