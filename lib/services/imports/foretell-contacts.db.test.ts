import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contactFates } from '@/db/queries/imports/contact-fates'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import type { Deps } from '@/lib/jobs/imports/work'
import type { Context } from '@/lib/services/context'
import { addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { foretellContacts } from './foretell-contacts'
import { startDryRun } from './start-dry-run'
import { startImport } from './start-import'
import { csv, importAll, lines, openWorker, upload, work, type Line } from './testing/files'

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

const NEW_YEAR = 1_767_225_600
/** Seconds of the year, so many days and a half ago: no hold ends while the test runs. */
const ago = (days: number) => Math.floor(Date.now() / 1000) - NEW_YEAR - (days + 0.5) * 86_400

/** Checks a file, and gives what is foretold of it and what then came true. */
async function foretoldAndTrue(ctx: Context, rows: readonly Line[]) {
  const importId = await upload(ctx, csv(rows))
  value(await startDryRun(ctx, { importId }))
  await work(deps, ctx, importId)
  const foretold = await foretellContacts(ctx, { importId, bounces: rows.length })
  const before = await listedForGood(ctx)
  value(await startImport(ctx, { importId }))
  await work(deps, ctx, importId)
  const { rules, plusTags } = await loadRules(ctx.sql, ctx.workspace.id)
  const moment = { workspaceId: ctx.workspace.id, now: ctx.now, rules, plusTags }
  const told = await contactFates(ctx.sql, importId, moment)
  expect(await listedForGood(ctx)).toBe(before + told.joining)
  return { foretold, true: { listedBefore: before, ...told } }
}

async function listedForGood(ctx: Context): Promise<number> {
  const [row] = await ctx.sql<{ n: number }[]>`
    select coalesce(sum(for_good), 0)::int as n from dne_counts where workspace_id = ${ctx.workspace.id}`
  return row!.n
}

describe('what a checked file would do to its contacts', () => {
  test('comes true when it is imported, on top of what is stored', async () => {
    const ctx = { ...(await addWorkspace(database)), now: new Date() }
    await importAll(deps, ctx, csv(lines(0, 200)))
    const lately = lines(100, 300).map((each, i) => ({ ...each, at: ago(1 + (i % 40)) }))
    const full = (days: number) =>
      lines(0, 50).map((each, i) => ({
        ...each,
        diagnostic: '552 5.2.2 Mailbox full',
        at: ago(days + (i % 9)),
      }))
    const result = await foretoldAndTrue(ctx, [...lately, ...full(1), ...full(1), ...full(10), ...full(19)])
    expect(result.foretold).toEqual(result.true)
    expect(Object.values(result.true).every((n) => n > 0)).toBe(true)
  })

  test('holds an outage for review, and leaves no trace of having looked', async () => {
    const ctx = { ...(await addWorkspace(database)), now: new Date() }
    const outage = Array.from({ length: 80 }, (_, i) => ({
      recipient: `out${i}@gmail.com`,
      diagnostic: '550 5.1.1 User unknown',
      at: ago(3) - (ago(3) % 3600) + i * 30,
    }))
    const importId = await upload(ctx, csv(outage))
    value(await startDryRun(ctx, { importId }))
    await work(deps, ctx, importId)
    const foretold = await foretellContacts(ctx, { importId, bounces: 80 })
    expect(foretold).toMatchObject({ joining: 0, suggested: 80 })
    const [traces] = await ctx.sql`
      select (select count(*)::int from dne_bursts where workspace_id = ${ctx.workspace.id}) as bursts,
        (select count(*)::int from bounces where workspace_id = ${ctx.workspace.id}) as bounces`
    expect(traces).toEqual({ bursts: 0, bounces: 0 })
  })

  test('is not told of more than can be looked at while a page is drawn', async () => {
    const ctx = { ...(await addWorkspace(database)), now: new Date() }
    expect(await foretellContacts(ctx, { importId: crypto.randomUUID(), bounces: 1_000_000 })).toBeNull()
    expect(await foretellContacts(ctx, { importId: crypto.randomUUID(), bounces: 10 })).toBeNull()
  })
})
