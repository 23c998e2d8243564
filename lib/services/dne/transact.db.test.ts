import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { ok } from '@/lib/result'
import { inTime } from './in-time'
import { transact } from './transact'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

it('begins anew, whichever of two Postgres ends to get them out of each other’s way', async () => {
  const { sql } = database
  let tries = 0
  let held = 0
  let release = () => {}
  const bothHold = new Promise<void>((resolve) => (release = resolve))
  const lockBoth = (first: number, second: number) =>
    transact(sql, async (tx) => {
      tries++
      await tx`select pg_advisory_xact_lock(${first}::bigint)`
      if (++held === 2) release()
      await bothHold
      await tx`select pg_advisory_xact_lock(${second}::bigint)`
      return first
    })
  expect(await Promise.all([lockBoth(1, 2), lockBoth(2, 1)])).toEqual([1, 2])
  expect(tries).toBe(3)
})

it('lets every other failure through at once', async () => {
  let tries = 0
  const failing = transact(database.sql, async (tx) => {
    tries++
    await tx`select 1 / 0`
  })
  await expect(failing).rejects.toThrow('division by zero')
  expect(tries).toBe(1)
})

it('says in a sentence that a search took too long', async () => {
  const search = database.sql.begin(async (tx) => {
    await tx`set local statement_timeout = '20ms'`
    await tx`select count(*) from generate_series(1, 1000000000)`
    return ok(1)
  })
  const result = await inTime(search, 'Too long.')
  expect(result).toMatchObject({ ok: false, error: { code: 'precondition_failed', message: 'Too long.' } })
  await expect(inTime(Promise.reject(new Error('a bug')), 'Too long.')).rejects.toThrow('a bug')
})
