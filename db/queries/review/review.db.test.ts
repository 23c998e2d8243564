import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { makeWorkspace, storeBounces } from '@/db/testing/bounces'
import { randomBounces } from '@/db/testing/random-bounces'
import { countWaiting } from './count-waiting'
import { listWaiting } from './list-waiting'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

it('lists what waits as a recount does, most frequent first, without what a person left unclassified', async () => {
  const { sql } = database
  const workspace = await makeWorkspace(sql)
  const bounces = randomBounces(3, 900, new Date('2026-10-01T00:00:00Z'), new Date('2026-10-09T00:00:00Z'))
  await storeBounces(sql, workspace, bounces)
  const waiting = bounces.filter((b) => b.category === 'unclassified')
  const listed = await listWaiting(sql, workspace.id, 100)
  expect(listed.length).toBeGreaterThan(2)
  expect(listed.map((each) => each.count)).toEqual(listed.map((each) => each.count).toSorted((a, b) => b - a))
  for (const reply of listed) {
    const own = waiting.filter((b) => b.templateId === reply.templateId)
    expect(reply.count).toBe(own.length)
    expect(reply.accounts).toBe(new Set(own.map((b) => b.account)).size)
    expect(reply.domains).toBe(new Set(own.map((b) => b.domain)).size)
    expect(reply.lastSeen.getTime()).toBe(Math.max(...own.map((b) => b.occurredAt.getTime())))
    expect(reply.firstSeen.getTime()).toBe(Math.min(...own.map((b) => b.occurredAt.getTime())))
  }
  expect(listed.reduce((sum, each) => sum + each.count, 0)).toBe(waiting.length)
  expect(await countWaiting(sql, workspace.id)).toBe(listed.length)
  const left = listed[0]!.templateId
  await sql`insert into template_rules (workspace_id, template_id, category, created_by, created_at)
    values (${workspace.id}, ${left}, 'unclassified', ${workspace.id}, now())`
  expect((await listWaiting(sql, workspace.id, 100)).map((each) => each.templateId)).not.toContain(left)
})
