import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { storeBounces } from '@/db/testing/bounces'
import type { Context } from '@/lib/services/context'
import { applyEffects } from '@/lib/services/effects'
import { bounceOf } from '@/lib/services/resubmit/testing/bounces'
import { addWorkspace } from '@/lib/services/testing/people'
import { deriveOlder } from './derive-older'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())

const NOW = new Date('2026-11-20T10:00:00Z')
const daysAgo = (n: number) => new Date(NOW.getTime() - n * 86_400_000)
const PEOPLE = Array.from({ length: 23 }, (_, i) => `p${String(i).padStart(2, '0')}@x.example`)
const bouncesOf = () =>
  PEOPLE.flatMap((person, i) => [
    bounceOf(person, daysAgo(1 + (i % 20)), i % 4 === 0 ? 'invalid_recipient' : 'mailbox_full'),
    ...(i % 3 === 0 ? [bounceOf(person, daysAgo(25), 'mailbox_full')] : []),
  ])

async function derived({ sql, workspace }: Context) {
  const contacts = await sql`
    select recipient, category, bounced_at, tries from contacts where workspace_id = ${workspace.id} order by recipient`
  const reasons = await sql`
    select value, reason, until from dne_reasons where workspace_id = ${workspace.id} order by value`
  return [[...contacts], [...reasons]]
}

it('derives list and contacts of older bounces once, in steps, as if they had come today', async () => {
  const bounces = bouncesOf()
  const [older, atOnce] = [await addWorkspace(test), await addWorkspace(test)]
  for (const ctx of [older, atOnce]) await storeBounces(test.sql, ctx.workspace, bounces)
  await test.sql.begin((tx) => applyEffects(tx, { workspaceId: atOnce.workspace.id, now: NOW }, PEOPLE))
  expect(await derived(older)).toEqual([[], []])
  await test.sql`insert into derivations (workspace_id) values (${older.workspace.id})`
  let steps = 0
  const stopping = () => (steps += 1) > 2
  expect(await deriveOlder({ sql: test.sql, stopping }, NOW, 10), 'it stops after two steps').toBe(20)
  expect(await deriveOlder({ sql: test.sql }, NOW, 10), 'and another goes on').toBe(3)
  const [contacts, reasons] = await derived(older)
  expect([contacts, reasons]).toEqual(await derived(atOnce))
  expect(contacts!.length).toBe(17)
  expect(reasons!.length).toBeGreaterThan(5)
  expect(await deriveOlder({ sql: test.sql }, NOW), 'once').toBe(0)
})
