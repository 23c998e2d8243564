import { constants, getPriority } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSql } from '@/db/client'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { giveWay, WORKER_SESSIONS } from './give-way'

const { PRIORITY_BELOW_NORMAL } = constants.priority

let database: TestDatabase
beforeAll(async () => void (database = await createTestDatabase()))
afterAll(() => database.close())

test('the worker’s sessions give way, and nobody else’s', async () => {
  const own = openSql(database.url, { max: 1, name: WORKER_SESSIONS })
  const pidOf = async (sql: typeof own) =>
    (await sql<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]!.pid
  const [worker, web] = [await pidOf(own), await pidOf(database.sql)]
  const before = getPriority(web)
  await giveWay(own)
  expect(getPriority(worker)).toBeGreaterThanOrEqual(PRIORITY_BELOW_NORMAL)
  expect(getPriority(process.pid)).toBeGreaterThanOrEqual(PRIORITY_BELOW_NORMAL)
  expect(getPriority(web)).toBe(before)
  await own.end()
})
