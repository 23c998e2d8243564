import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import { standing } from '@/db/queries/resubmit/standing'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { storeBounces } from '@/db/testing/bounces'
import { NO_DNE_FILTER } from '@/lib/dne/filter'
import type { Context } from '@/lib/services/context'
import { entryIdOf } from '@/db/queries/dne/entry-id'
import { applyEffects } from '@/lib/services/effects'
import { bounceOf } from '@/lib/services/resubmit/testing/bounces'
import { addWorkspace } from '@/lib/services/testing/people'
import { countEntries, countListed } from '@/db/queries/dne/count-entries'
import { exportEntries } from '@/db/queries/dne/export-entries'
import { listEntries } from '@/db/queries/dne/list-entries'
import { listedNow } from '@/db/queries/dne/listed-now'
import { loadEntry } from '@/db/queries/dne/load-entry'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())

const WHO = 'rests@x.example'
const BOUNCED = new Date('2026-11-20T10:00:00Z')

/** What every read of the list says of the one who rests, at a moment. */
async function reads({ sql, workspace }: Context, now: Date) {
  const place = { id: workspace.id, timeZone: workspace.timeZone }
  const byDomain = { ...NO_DNE_FILTER, q: 'x.example' }
  const sort = { key: 'value', direction: 'asc' } as const
  const listedIn = async (filter: typeof NO_DNE_FILTER) =>
    (await listEntries(sql, place, { filter, sort, cursor: null, now })).rows.length
  const moment = { workspaceId: workspace.id, now, ...(await loadRules(sql, workspace.id)) }
  const [contact] = await sql<{ state: string }[]>`select state from (${standing(sql, moment)}) s`
  const entry = await loadEntry(sql, workspace.id, entryIdOf(workspace.id, WHO), now)
  return {
    lookUp: (await listedNow(sql, workspace.id, [WHO], now)).size,
    page: await listedIn(NO_DNE_FILTER),
    search: await listedIn(byDomain),
    count: (await countEntries(sql, place, NO_DNE_FILTER, now)).count,
    countOfSearch: (await countEntries(sql, place, byDomain, now)).count,
    sidebar: await countListed(sql, workspace.id, now),
    exported: (await exportEntries(sql, place, { filter: NO_DNE_FILTER, now, after: null, limit: 10 }))
      .length,
    entry: entry?.listed ? 1 : 0,
    contact: contact!.state === 'resting' ? 1 : 0,
  }
}

it('a hold keeps somebody off until its end, and is gone from every read at that instant', async () => {
  const ctx = await addWorkspace(test)
  const scope = { workspaceId: ctx.workspace.id, now: BOUNCED }
  await storeBounces(test.sql, ctx.workspace, [bounceOf(WHO, BOUNCED, 'mailbox_full')])
  await test.sql.begin((tx) => applyEffects(tx, scope, [WHO]))
  const [hold] = await test.sql<{ until: Date }[]>`
    select until from dne_reasons where workspace_id = ${ctx.workspace.id}`
  const end = hold!.until.getTime()
  expect(end).toBe(BOUNCED.getTime() + 3 * 86_400_000)
  const before = await reads(ctx, new Date(end - 1))
  expect(Object.values(before), JSON.stringify(before)).toEqual(Object.values(before).map(() => 1))
  const after = await reads(ctx, new Date(end))
  expect(Object.values(after), JSON.stringify(after)).toEqual(Object.values(after).map(() => 0))
})
