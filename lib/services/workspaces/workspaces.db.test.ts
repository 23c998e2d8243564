import { afterAll, beforeAll, expect, test } from 'vitest'
import { bounces } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { rebuildRollups } from '@/lib/services/imports/rebuild-rollups'
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

test('a change of zone counts the bounces by the new days, for this workspace only', async () => {
  const [ctx, other] = [await addWorkspace(database), await addWorkspace(database)]
  for (const { workspace } of [ctx, other]) {
    await addBounce(workspace.id, '2026-11-18T23:30:00Z')
    await addBounce(workspace.id, '2026-11-19T01:00:00Z')
    await database.sql.begin((tx) => rebuildRollups(tx, { workspaceId: workspace.id, timeZone: 'UTC' }))
  }
  const version = await versionOf(ctx.workspace.id)
  expect(await daysOf(ctx.workspace.id)).toEqual({ '2026-11-18': 1, '2026-11-19': 1 })
  await updateWorkspace(ctx, { name: 'Tokyo', timeZone: 'Asia/Tokyo' })
  expect(await daysOf(ctx.workspace.id)).toEqual({ '2026-11-19': 2 })
  expect(await versionOf(ctx.workspace.id)).toBeGreaterThan(version)
  await updateWorkspace(ctx, { name: 'New York', timeZone: 'America/New_York' })
  expect(await daysOf(ctx.workspace.id)).toEqual({ '2026-11-18': 2 })
  expect(await daysOf(other.workspace.id)).toEqual({ '2026-11-18': 1, '2026-11-19': 1 })
})

async function addBounce(workspaceId: string, at: string): Promise<void> {
  await database.db.insert(bounces).values({
    workspaceId,
    occurredAt: new Date(at),
    dedupeKey: crypto.randomUUID(),
    recipient: 'tom@acme.example',
    domain: 'acme.example',
    account: 'anna@desk.example',
    campaign: '',
    provider: 'other',
    category: 'mailbox_full',
    bounceType: 'soft',
    smtpCode: '552',
    enhancedCode: '5.2.2',
    vendorClass: '',
    diagnostic: 'Mailbox full',
    templateId: crypto.randomUUID(),
    confidence: 1,
    decidedBy: 'words:test',
    importId: crypto.randomUUID(),
    line: 2,
  })
}

async function daysOf(workspaceId: string): Promise<Record<string, number>> {
  const rows = await database.sql<{ day: string; n: number }[]>`
    select day::text, sum(n)::int as n from account_days, unnest(counts) n
     where workspace_id = ${workspaceId} group by day`
  return Object.fromEntries(rows.map(({ day, n }) => [day, n]))
}

async function versionOf(id: string): Promise<number> {
  const rows = await database.sql<{ v: number }[]>`select data_version as v from workspaces where id = ${id}`
  return rows[0]!.v
}

test('every zone that can be chosen is one to the database too', async () => {
  expect(TIME_ZONES.filter((zone) => !timeZone.safeParse(zone).success)).toEqual([])
  const zones = TIME_ZONES.map((zone) => zone.toLowerCase())
  const known = await database.sql<{ name: string }[]>`
    select lower(name) as name from pg_timezone_names where lower(name) = any(${zones})`
  const names = new Set(known.map((row) => row.name))
  expect(zones.filter((zone) => !names.has(zone))).toEqual([])
})
