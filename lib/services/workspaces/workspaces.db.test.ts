import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { addUser, addWorkspace, NOW } from '@/lib/services/testing/people'
import { TIME_ZONES } from '@/lib/time-zones'
import { createWorkspace } from './create-workspace'
import { timeZone } from './fields'
import { updateWorkspace } from './update-workspace'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test('workspaces of one name get slugs of their own, also when made at once', async () => {
  const { id: adminId } = await addUser(database)
  const make = () =>
    createWorkspace({ db: database.db, now: NOW }, { name: 'North Star', timeZone: 'UTC', adminId })
  const results = await Promise.all(Array.from({ length: 5 }, make))
  const slugs = results.map((result) => (result.ok ? result.value.slug : result.error.message))
  expect(slugs.toSorted()).toEqual([
    'north-star',
    'north-star-2',
    'north-star-3',
    'north-star-4',
    'north-star-5',
  ])
})

test('a change is written down with what was before; no change leaves no trace', async () => {
  const ctx = await addWorkspace(database)
  const { name, timeZone: zone } = ctx.workspace
  expect(await updateWorkspace(ctx, { name, timeZone: zone })).toEqual({
    ok: true,
    value: { zoneChanged: false },
  })
  expect(await updateWorkspace(ctx, { name: 'New', timeZone: 'Asia/Tokyo' })).toEqual({
    ok: true,
    value: { zoneChanged: true },
  })
  const rows = await database.sql`select details from activity where workspace_id = ${ctx.workspace.id}`
  expect(rows.map((row) => row.details)).toEqual([
    { from: { name, timeZone: 'UTC' }, to: { name: 'New', timeZone: 'Asia/Tokyo' } },
  ])
})

test('every zone that can be chosen is one to the database too', async () => {
  expect(TIME_ZONES.filter((zone) => !timeZone.safeParse(zone).success)).toEqual([])
  const zones = TIME_ZONES.map((zone) => zone.toLowerCase())
  const known = await database.sql<{ name: string }[]>`
    select lower(name) as name from pg_timezone_names where lower(name) = any(${zones})`
  const names = new Set(known.map((row) => row.name))
  expect(zones.filter((zone) => !names.has(zone))).toEqual([])
})
