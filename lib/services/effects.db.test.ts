import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import type { Deps } from '@/lib/jobs/imports/work'
import { value } from '@/lib/services/testing/value'
import { addEntries } from './dne/add-entries'
import { csv, importAll, openWorker, work, type Line } from './imports/testing/files'
import { undoImport } from './imports/undo-import'
import { reclassify } from './replies/reclassify'
import { undoReclassification } from './replies/undo-reclassification'
import { addWorkspace } from './testing/people'

let database: TestDatabase
let deps: Deps
beforeAll(async () => {
  database = await createTestDatabase()
  deps = openWorker(database)
})
afterAll(async () => {
  await deps.sql.end({ timeout: 5 })
  await database.close()
})

const UNKNOWN = '550 5.1.1 User unknown'
const LATER = '450 4.1.1 User unknown'
const FULL = '552 5.2.2 Mailbox full'
const BLOCKED = '554 5.7.1 Rejected: IP address is blacklisted'

/** Seconds from the start of 2026, so many days before now. */
const daysAgo = (days: number) => Math.floor(Date.now() / 1000) - 1_767_225_600 - Math.round(days * 86_400)
const row = (recipient: string, diagnostic: string, days: number): Line => ({
  recipient,
  diagnostic,
  account: 'anna@acme.example',
  at: daysAgo(days),
})

/** The list, the queue and the contacts that can be sent to again, in words. */
async function standing(workspaceId: string): Promise<string[]> {
  const rows = await database.sql<{ says: string }[]>`
    select value || ' ' || reason || case when until is null then '' else '*' end as says from dne_reasons
    where workspace_id = ${workspaceId} and (until is null or until > now())
    union all select value || ' suggested' from dne_suggestions where workspace_id = ${workspaceId}
    union all select recipient || ' ' || category || ' ' || tries from contacts where workspace_id = ${workspaceId}
    order by 1`
  return rows.map((each) => each.says)
}

it('an import, its undo, a second file and reclassifying come to what the bounces that stand come to', async () => {
  const ctx = { ...(await addWorkspace(database)), now: new Date() }
  const standingNow = () => standing(ctx.workspace.id)
  const first = await importAll(
    deps,
    ctx,
    csv([
      row('gone@x.io', UNKNOWN, 100),
      row('later@x.io', LATER, 1),
      row('full@x.io', FULL, 40),
      row('often@x.io', FULL, 20),
      row('often@x.io', FULL, 15),
      row('old@x.io', FULL, 200),
      row('blocked@x.io', BLOCKED, 1),
      row('kept@x.io', UNKNOWN, 3),
    ]),
  )
  await addEntries(ctx, { entries: ['kept@x.io'], reason: 'complaint' })
  const afterFirst = await standingNow()
  expect(afterFirst).toEqual([
    'blocked@x.io blacklisted 1',
    'full@x.io mailbox_full 1',
    'gone@x.io bounce',
    'kept@x.io bounce',
    'kept@x.io complaint',
    'later@x.io bounce*',
    'later@x.io invalid_recipient 1',
    'often@x.io mailbox_full 2',
    'old@x.io mailbox_full 1',
  ])

  // A second file, older in part: the bounce between makes the third in thirty days.
  const second = await importAll(
    deps,
    ctx,
    csv([row('often@x.io', FULL, 18), row('later@x.io', UNKNOWN, 0.5), row('gone@x.io', UNKNOWN, 100)]),
  )
  const afterSecond = await standingNow()
  expect(afterSecond).toContain('often@x.io suggested')
  expect(afterSecond).toContain('later@x.io bounce')
  expect(afterSecond).not.toContain('later@x.io bounce*')

  const undo = async (importId: string) => {
    value(await undoImport(ctx, { importId }))
    await work(deps, ctx, importId)
  }
  await undo(second.id)
  expect(await standingNow()).toEqual(afterFirst)

  const [reply] = await database.sql<{ id: string }[]>`
    select template_id as id from bounces where workspace_id = ${ctx.workspace.id} and recipient = 'blocked@x.io'`
  const moved = value(
    await reclassify(ctx, { category: 'invalid_recipient', scope: { kind: 'reply', templateId: reply!.id } }),
  )
  expect(await standingNow()).toContain('blocked@x.io bounce')
  value(await undoReclassification(ctx, { id: moved.id }))
  expect(await standingNow()).toEqual(afterFirst)

  await undo(first.id)
  expect(await standingNow()).toEqual(['kept@x.io complaint'])
})
