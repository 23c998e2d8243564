import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { downloadResponse } from '@/lib/download'
import { recordActivity } from '@/lib/services/activity'
import type { Context } from '@/lib/services/context'
import { exportActivity } from '@/lib/services/exports/export-activity'
import { activityPage } from '@/lib/services/list-activity'
import { saveRule } from '@/lib/services/rules/save-rule'
import { addMember, addWorkspace } from '@/lib/services/testing/people'
import { undoActivity } from './undo-activity'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const ALL = { kind: null, who: null, from: null, to: null, about: null, before: null }
const RULE = {
  words: 'nobody lives here',
  code: '',
  provider: '',
  account: '',
  category: 'invalid_recipient',
}

const rulesOf = (ctx: Context) =>
  database.sql`select 1 from workspace_rules where workspace_id = ${ctx.workspace.id}`

test('a rule is taken back from the list, once, and by nobody elsewhere', async () => {
  const ctx = await addWorkspace(database)
  const stranger = await addWorkspace(database)
  const viewer = await addMember(database, ctx, 'viewer')
  expect((await saveRule(ctx, { ...RULE, category: 'invalid_recipient', history: true })).ok).toBe(true)
  const { rows } = await activityPage(ctx, { ...ALL, kind: 'rules' })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ action: 'rule.saved', mayUndo: true })
  const id = rows[0]!.id
  expect(await undoActivity(stranger, { id })).toMatchObject({ error: { code: 'not_found' } })
  expect(await undoActivity(viewer, { id })).toMatchObject({ error: { code: 'forbidden' } })
  expect(await rulesOf(ctx)).toHaveLength(1)
  expect((await undoActivity(ctx, { id })).ok).toBe(true)
  expect(await rulesOf(ctx)).toHaveLength(0)
  const after = await activityPage(ctx, { ...ALL, kind: 'rules' })
  expect(after.rows.map(({ mayUndo }) => mayUndo)).toEqual([false])
})

test('filters by kind, person, day and address; pages without a gap', async () => {
  const ctx = await addWorkspace(database)
  const other = await addMember(database, ctx, 'operator')
  for (let n = 0; n < 60; n += 1) await recordActivity(database.sql, ctx, { action: 'rule.moved', count: n })
  await recordActivity(database.sql, other, { action: 'member.invited', about: ['anna@acme.example'] })
  const first = await activityPage(ctx, ALL)
  const second = await activityPage(ctx, { ...ALL, before: first.next })
  expect([...first.rows, ...second.rows].map(({ seq }) => seq)).toEqual(
    Array.from({ length: 61 }, (_, n) => 61 - n),
  )
  expect(second.next).toBeNull()
  const only = async (asked: Partial<typeof ALL> | object) =>
    (await activityPage(ctx, { ...ALL, ...asked })).rows.length
  expect(await only({ kind: 'members' })).toBe(1)
  expect(await only({ who: other.actor.userId })).toBe(1)
  expect(await only({ about: ' Anna@ACME.example ' })).toBe(1)
  expect(await only({ about: 'ben@acme.example' })).toBe(0)
  expect(await only({ from: '2026-11-20', to: '2026-11-20' })).toBeGreaterThan(0)
  expect(await only({ to: '2026-11-19' })).toBe(0)
})

test('the export holds every row with its hash, for admins only', async () => {
  const ctx = await addWorkspace(database)
  await recordActivity(database.sql, ctx, { action: 'rule.moved', why: '=HYPERLINK("x")' })
  const operator = await addMember(database, ctx, 'operator')
  expect(await exportActivity(operator, ALL)).toMatchObject({ error: { code: 'forbidden' } })
  const started = await exportActivity(ctx, ALL)
  if (!started.ok) throw new Error(started.error.message)
  const lines = (await downloadResponse(started.value).text()).trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`)
  expect(lines[2]).toContain('activity.exported')
  expect(lines.slice(1).every((line) => /,[0-9a-f]{64}$/.test(line))).toBe(true)
})
