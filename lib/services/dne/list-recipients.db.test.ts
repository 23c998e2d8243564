import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { storeBounces } from '@/db/testing/bounces'
import { filterOf } from '@/lib/analytics/filter'
import { formatBounceKey } from '@/lib/bounce/key'
import type { Context } from '@/lib/services/context'
import { bounceOf } from '@/lib/services/resubmit/testing/bounces'
import { addMember, addWorkspace } from '@/lib/services/testing/people'
import { listRecipients } from './list-recipients'
import { undoAct } from './undo-act'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())

const DAY = new Date('2026-11-10T10:00:00Z')
const BOUNCES = ['anna', 'ben', 'anna', 'cleo'].map((who, i) =>
  bounceOf(`${who}@x.example`, new Date(DAY.getTime() + i * 1000), i < 3 ? 'mailbox_full' : 'blacklisted'),
)

async function place(): Promise<Context> {
  const ctx = await addWorkspace(test)
  await storeBounces(test.sql, ctx.workspace, BOUNCES)
  return ctx
}

const listed = async ({ sql, workspace }: Context) =>
  (
    await sql<{ value: string; reason: string; note: string }[]>`
      select value, reason, note from dne_reasons where workspace_id = ${workspace.id} order by value`
  ).map(({ value, reason, note }) => `${value} ${reason} ${note}`.trim())

it('lists everyone some bounces name, once each, and takes it back', async () => {
  const ctx = await place()
  const keys = BOUNCES.slice(0, 3).map(formatBounceKey)
  const made = await listRecipients(ctx, {
    scope: { kind: 'bounces', keys },
    reason: 'unsubscribe',
    note: 'By phone',
  })
  expect(made).toMatchObject({ ok: true, value: { added: 2 } })
  expect(await listed(ctx)).toEqual([
    'anna@x.example unsubscribe By phone',
    'ben@x.example unsubscribe By phone',
  ])
  const again = await listRecipients(ctx, {
    scope: { kind: 'bounces', keys },
    reason: 'unsubscribe',
    note: '',
  })
  expect(again).toMatchObject({ value: { actId: null, added: 0 } })
  if (made.ok) expect(await undoAct(ctx, { actId: made.value.actId! })).toMatchObject({ ok: true })
  expect(await listed(ctx)).toEqual([])
})

it('lists everyone behind a filter, and nobody for a viewer', async () => {
  const ctx = await place()
  const filter = { ...filterOf({}, '2026-11-20'), categories: ['mailbox_full'] }
  const input = { scope: { kind: 'filter' as const, filter }, reason: 'manual' as const, note: '' }
  expect(await listRecipients(await addMember(test, ctx, 'viewer'), input)).toMatchObject({
    error: { code: 'forbidden' },
  })
  expect(await listRecipients(ctx, input)).toMatchObject({ value: { added: 2 } })
  expect(await listed(ctx)).toEqual(['anna@x.example manual', 'ben@x.example manual'])
})
