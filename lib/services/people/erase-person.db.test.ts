import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listedNow } from '@/db/queries/dne/listed-now'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { DEFAULT_POLICY } from '@/lib/dne/policy'
import type { Deps } from '@/lib/jobs/imports/work'
import { addReady, batchOfAll, statesOf } from '@/lib/jobs/handover/testing/lab'
import type { Context } from '@/lib/services/context'
import { addEntries } from '@/lib/services/dne/add-entries'
import { removeEntries } from '@/lib/services/dne/remove-entries'
import { undoAct } from '@/lib/services/dne/undo-act'
import { csv, importAll, line, lines, openWorker, upload, work } from '@/lib/services/imports/testing/files'
import { rollups } from '@/lib/services/imports/testing/recount'
import { startDryRun } from '@/lib/services/imports/start-dry-run'
import { startImport } from '@/lib/services/imports/start-import'
import { addMember, addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { erasePerson } from './erase-person'
import { exportPerson } from './export-person'

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

const WHO = 'anna.berg@firm1.example'
const told = (diagnostic: string, at = 5_000) => ({ ...line(0), recipient: WHO, diagnostic, at })
const ROWS = [
  ...lines(1, 30),
  told(`552 5.2.2 <${WHO}> Mailbox full of Anna Berg`),
  told('552 5.2.2 Mailbox full', 90_000),
  told(`554 5.7.1 ${WHO.toUpperCase()}: Relay access denied`, 190_000),
]

/** Every table of the workspace whose rows hold a text, in whatever column. */
async function tablesWith(ctx: Context, text: string): Promise<string[]> {
  const tables = await ctx.sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id' order by 1`
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await ctx.sql`
      select 1 from ${ctx.sql(name)} t where workspace_id = ${ctx.workspace.id} and strpos(lower(t::text), ${text}) > 0 limit 1`
    if (row) found.push(name)
  }
  return found
}

const figures = async ({ sql, workspace }: Context) => {
  const { held, recounted } = await rollups(sql, workspace.id)
  expect(held).toEqual(recounted)
  return held
}

async function everywhere(): Promise<Context> {
  const ctx = { ...(await addWorkspace(database)), now: new Date() }
  await importAll(deps, ctx, csv(ROWS))
  await importAll(
    deps,
    ctx,
    csv([told('552 5.2.2 Mailbox full', 90_000), { ...line(3), recipient: `no ${WHO}` }]),
  )
  value(await addEntries(ctx, { entries: [WHO], reason: 'unsubscribe', note: `As ${WHO} asked` }))
  value(await addEntries(ctx, { entries: [WHO], reason: 'manual', why: `Mail of ${WHO}` }))
  await ctx.sql`
    insert into deliveries (workspace_id, id, destination_id, kind, recipient, message_id, attempt, at, ok, failure, milliseconds, reply)
    values (${ctx.workspace.id}, gen_random_uuid(), gen_random_uuid(), 'contact', ${WHO}, gen_random_uuid(), 1, now(), true, '', 1,
      ${`Took ${WHO}`})`
  return ctx
}

const isListed = async (ctx: Context, address = WHO) =>
  (await listedNow(ctx.sql, ctx.workspace.id, [address], ctx.now)).get(address)

describe('erasing a person', () => {
  it('leaves the address in no table and every figure as it was', async () => {
    const ctx = await everywhere()
    const before = await figures(ctx)
    expect(await tablesWith(ctx, WHO)).toEqual(
      expect.arrayContaining([
        'bounces',
        'deliveries',
        'dne_acts',
        'dne_changes',
        'dne_reasons',
        'import_rejects',
      ]),
    )
    expect(await erasePerson(ctx, { who: { address: ` ${WHO.toUpperCase()} ` } })).toMatchObject({
      ok: true,
      value: { bounces: 3, files: 0 },
    })
    expect(await tablesWith(ctx, WHO)).toEqual([])
    expect(await tablesWith(ctx, 'anna berg'), 'what the reply said of them').toEqual([])
    expect(await figures(ctx)).toEqual(before)
    const [row] = await ctx.sql<{ about: string[]; count: number }[]>`
      select about, count from activity where workspace_id = ${ctx.workspace.id} and action = 'person.erased'`
    expect(row).toMatchObject({ count: 3, about: [expect.stringMatching(/^[0-9a-f]{32}$/)] })
  })

  it('keeps them off wherever the list is asked, and no act brings them back', async () => {
    const ctx = await everywhere()
    const added = value(await addEntries(ctx, { entries: ['other@firm1.example', WHO], reason: 'imported' }))
    value(await erasePerson(ctx, { who: { address: WHO } }))
    expect(await isListed(ctx)).toMatchObject({ reason: 'erased', until: null, scope: 'address' })
    expect(await isListed(ctx, 'else@firm1.example')).toBeUndefined()
    const [entry] = await ctx.sql<{ id: string }[]>`
      select entry_id as id from dne_reasons where workspace_id = ${ctx.workspace.id} and reason = 'erased'`
    expect(await removeEntries(ctx, { select: { ids: [entry!.id] }, why: 'no reason' })).toMatchObject({
      value: { removed: 0 },
    })
    value(await undoAct(ctx, { actId: added.actId! }))
    expect(await tablesWith(ctx, WHO)).toEqual([])
    expect(await isListed(ctx)).toMatchObject({ reason: 'erased' })
    expect(value(await addEntries(ctx, { entries: [WHO], reason: 'complaint' }))).toMatchObject({
      added: 0,
      already: 1,
    })
    expect(await tablesWith(ctx, WHO)).toEqual([])
  })

  it('stays when a later file brings them again, and counts their bounces without a name', async () => {
    const ctx = await everywhere()
    value(await erasePerson(ctx, { who: { address: WHO } }))
    await importAll(deps, ctx, csv(ROWS))
    await importAll(deps, ctx, csv([told(`550 5.1.1 <${WHO}> Anna Berg is gone`, 900_000), line(40)]))
    expect(await tablesWith(ctx, WHO)).toEqual([])
    expect(await tablesWith(ctx, 'anna berg')).toEqual([])
    const rows = await ctx.sql<{ recipient: string; n: number }[]>`
      select recipient, count(*)::int as n from bounces
      where workspace_id = ${ctx.workspace.id} and domain = 'erased.invalid' group by 1`
    expect(rows.map((row) => row.n)).toEqual([4])
    await figures(ctx)
    expect(await isListed(ctx)).toMatchObject({ reason: 'erased' })
  })

  it('takes them out of an import that waits or is under way, and lets a waiting file with them go', async () => {
    const ctx = { ...(await addWorkspace(database)), now: new Date() }
    const waiting = await upload(ctx, csv(ROWS), 'waiting.csv')
    const staged = await upload(ctx, csv([told('552 5.2.2 Mailbox full', 1), line(50)]), 'staged.csv')
    value(await startDryRun(ctx, { importId: staged }))
    await work(deps, ctx, staged)
    const other = await upload(ctx, csv(lines(60, 70)), 'other.csv')
    expect(value(await erasePerson(ctx, { who: { address: WHO } })).files).toBe(2)
    const states = await ctx.sql<{ id: string; state: string }[]>`
      select id, state from imports where workspace_id = ${ctx.workspace.id}`
    const stateOf = (id: string) => states.find((row) => row.id === id)?.state
    expect([stateOf(waiting), stateOf(staged), stateOf(other)]).toEqual(['cancelled', 'cancelled', 'mapping'])
  })

  it('takes them out of what an import has staged already', async () => {
    const ctx = { ...(await addWorkspace(database)), now: new Date() }
    const importId = await upload(ctx, csv(ROWS))
    value(await startDryRun(ctx, { importId }))
    await work(deps, ctx, importId)
    value(await startImport(ctx, { importId }))
    value(await erasePerson(ctx, { who: { address: WHO } }))
    await work(deps, ctx, importId)
    expect(await tablesWith(ctx, WHO)).toEqual([])
    const [row] = await ctx.sql<{ n: number }[]>`
      select count(*)::int as n from bounces where workspace_id = ${ctx.workspace.id} and domain = 'erased.invalid'`
    expect(row!.n).toBe(3)
    await figures(ctx)
  })

  it('skips them in a batch that is still to go', async () => {
    const ctx = { ...(await addWorkspace(database)), now: new Date() }
    const [one] = await addReady(ctx, 3)
    const batch = await batchOfAll(ctx, null)
    value(await erasePerson(ctx, { who: { address: one! } }))
    expect(await statesOf(ctx, batch.id)).toEqual({ planned: 2, skipped: 1 })
    expect(await tablesWith(ctx, one!)).toEqual([])
  })

  it('takes every form of them where tags make no difference', async () => {
    const ctx = await everywhere()
    const tagged = WHO.replace('@', '+news@')
    const policy = { ...DEFAULT_POLICY, options: { ...DEFAULT_POLICY.options, plusTags: true } }
    await ctx.sql`
      insert into dne_policies (workspace_id, policy, updated_at, updated_by)
      values (${ctx.workspace.id}, ${ctx.sql.json(policy as never)}, ${ctx.now}, ${ctx.actor.userId})`
    await importAll(deps, ctx, csv([{ ...line(0), recipient: tagged, at: 7_000 }]))
    expect(value(await erasePerson(ctx, { who: { address: tagged } })).bounces).toBe(4)
    await importAll(deps, ctx, csv([{ ...line(0), recipient: WHO.replace('@', '+else@'), at: 8_000 }]))
    expect(await tablesWith(ctx, 'anna.berg')).toEqual([])
    const asked = await listedNow(ctx.sql, ctx.workspace.id, [WHO.replace('@', '+x@')], ctx.now, {
      plusTags: true,
    })
    expect([...asked.values()]).toMatchObject([{ reason: 'erased' }])
  })

  it('is an admin’s alone, and ends for whom nobody can be', async () => {
    const ctx = await everywhere()
    const operator = await addMember(database, ctx, 'operator')
    expect(await erasePerson(operator, { who: { address: WHO } })).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await erasePerson(ctx, { who: { address: 'firm1.example' } })).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})

describe('exporting a person', () => {
  it('gives what every table keeps, to an admin, and says so in the activity', async () => {
    const ctx = await everywhere()
    const kept = JSON.parse(value(await exportPerson(ctx, { who: { address: WHO } })).content) as Record<
      string,
      unknown[]
    >
    expect(kept).toMatchObject({ addresses: [WHO] })
    const sizes = Object.fromEntries(Object.entries(kept).map(([name, rows]) => [name, rows.length]))
    expect(sizes).toMatchObject({
      bounces: 3,
      doNotEmail: 2,
      doNotEmailHistory: 2,
      deliveries: 1,
      rejectedLines: 1,
    })
    expect(sizes['activity']).toBeGreaterThan(0)
    const [row] = await ctx.sql`
      select about from activity where workspace_id = ${ctx.workspace.id} and action = 'person.exported'`
    expect(row).toBeDefined()
    const viewer = await addMember(database, ctx, 'viewer')
    expect(await exportPerson(viewer, { who: { address: WHO } })).toMatchObject({
      error: { code: 'forbidden' },
    })
    value(await erasePerson(ctx, { who: { address: WHO } }))
    const after = value(await exportPerson(ctx, { who: { address: WHO } })).content
    expect(JSON.parse(after)).toMatchObject({ bounces: [], doNotEmail: [], deliveries: [], batches: [] })
  })
})
