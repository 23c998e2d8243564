import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { latestRun } from '@/db/queries/recognition/latest-run'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { formatBounceKey, type BounceKey } from '@/lib/bounce/key'
import type { Deps } from '@/lib/jobs/imports/work'
import { rebuildRollups } from '@/lib/services/imports/rebuild-rollups'
import { csv, importAll, lines, openWorker } from '@/lib/services/imports/testing/files'
import { rollups, storedBounces } from '@/lib/services/imports/testing/recount'
import type { Context } from '@/lib/services/context'
import { reclassify } from '@/lib/services/replies/reclassify'
import { undoReclassification } from '@/lib/services/replies/undo-reclassification'
import { addMember, addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { applyAnew } from './apply-anew'
import { countChanges, listChanges } from './changes'
import { checkAnew } from './check-anew'
import { runRecognition } from './run-recognition'
import { stopAnew } from './stop-anew'

let database: TestDatabase
let deps: Deps
let ctx: Context
/** As recognition reads them today. */
let today: string[]

beforeAll(async () => {
  database = await createTestDatabase()
  deps = openWorker(database)
})
afterAll(async () => {
  await deps.sql.end({ timeout: 5 })
  await database.close()
})

/** 200 bounces, of which an older recognition read the full mailboxes as unclassified and the relay refusals as hard. */
beforeEach(async () => {
  ctx = { ...(await addWorkspace(database)), now: new Date('2026-11-20T10:00:00Z') }
  await importAll(deps, ctx, csv(lines(0, 200)))
  today = await bounces()
  const { id } = ctx.workspace
  await database.sql`
    update bounces set category = 'unclassified', bounce_type = '', decided_by = 'none:', confidence = 0
    where workspace_id = ${id} and category = 'mailbox_full'`
  await database.sql`
    update bounces set bounce_type = 'hard' where workspace_id = ${id} and category = 'relay_denied'`
  await database.sql.begin((tx) => rebuildRollups(tx, { workspaceId: id, timeZone: 'UTC' }))
})

const bounces = () => storedBounces(database.sql, ctx.workspace.id)
const place = (runId: string) => ({ workspaceId: ctx.workspace.id, runId })
const work = (id: string) => runRecognition(deps, place(id), { step: 30 })

async function expectExact(): Promise<void> {
  const { held, recounted } = await rollups(database.sql, ctx.workspace.id)
  expect(held).toEqual(recounted)
}

async function checked(): Promise<string> {
  const { id } = value(await checkAnew(ctx))
  expect(await work(id)).toBe('settled')
  return id
}

const WANTED = [
  {
    from: { category: 'relay_denied', type: 'hard' },
    to: { category: 'relay_denied', type: 'soft' },
    count: 40,
  },
  { from: { category: 'unclassified', type: '' }, to: { category: 'mailbox_full', type: 'soft' }, count: 40 },
]

test('a check tells what would change and changes nothing; applied, exactly that changes; undone, all is as before', async () => {
  const before = await bounces()
  const id = await checked()
  const run = (await latestRun(database.sql, ctx.workspace.id))!
  expect(run).toMatchObject({ id, state: 'checked', seen: 200, total: 200 })
  expect(listChanges(run.changes)).toEqual(WANTED)
  expect(await bounces()).toEqual(before)

  value(await applyAnew(ctx, { id }))
  expect(await work(id)).toBe('settled')
  expect(await bounces()).toEqual(today)
  await expectExact()
  expect(await latestRun(database.sql, ctx.workspace.id)).toMatchObject({ state: 'done', seen: 200 })

  expect(value(await undoReclassification(ctx, { id })).count).toBe(80)
  expect(await bounces()).toEqual(before)
  await expectExact()
  const acts = await database.sql<{ action: string; count: number }[]>`
    select action, count from activity where workspace_id = ${ctx.workspace.id} and subject_id = ${id} order by seq`
  expect(acts.map(({ action, count }) => [action, count])).toEqual([
    ['bounces.recognised_anew', 80],
    ['bounces.reclassification_undone', 80],
  ])
})

test('what a person decided stays, and a bounce changed meanwhile does too', async () => {
  const [first] = await database.sql<{ templateId: string }[]>`
    select template_id as "templateId" from bounces where workspace_id = ${ctx.workspace.id} and category = 'unclassified' limit 1`
  value(
    await reclassify(ctx, {
      category: 'policy_violation',
      scope: { kind: 'reply', templateId: first!.templateId },
    }),
  )
  const id = await checked()
  value(await applyAnew(ctx, { id }))
  await work(id)
  await expectExact()
  const [left] = await database.sql<{ n: number }[]>`
    select count(*)::int as n from bounces
    where workspace_id = ${ctx.workspace.id} and template_id = ${first!.templateId} and category = 'policy_violation'`
  expect(left!.n).toBe(40)

  const [moved] = await database.sql<BounceKey[]>`
    select occurred_at as "occurredAt", dedupe_key as "dedupeKey" from bounces
    where workspace_id = ${ctx.workspace.id} and category = 'relay_denied' limit 1`
  const key = formatBounceKey(moved!)
  value(await reclassify(ctx, { category: 'spam_block', scope: { kind: 'bounces', keys: [key] } }))
  expect(value(await undoReclassification(ctx, { id })).count).toBe(39)
  await expectExact()
})

test('a worker that dies in the middle of a step loses that step only', async () => {
  const id = await checked()
  value(await applyAnew(ctx, { id }))
  let steps = 0
  const dying = runRecognition(
    { ...deps, fault: () => (++steps === 3 ? Promise.reject(new Error('killed')) : undefined) },
    place(id),
    { step: 30 },
  )
  await expect(dying).rejects.toThrow('killed')
  await expectExact()
  expect(await latestRun(database.sql, ctx.workspace.id)).toMatchObject({ state: 'running', seen: 60 })
  expect(await work(id)).toBe('settled')
  expect(await bounces()).toEqual(today)
  await expectExact()
})

test('a run that is stopped half-way is taken back in steps', async () => {
  const before = await bounces()
  const id = await checked()
  value(await applyAnew(ctx, { id }))
  expect(await runRecognition(deps, place(id), { step: 30, sliceMs: 0 })).toBe('open')
  let stopping = false
  const slice = { ...deps, stopping: () => stopping, fault: () => void (stopping = true) }
  expect(await runRecognition(slice, place(id), { step: 100 })).toBe('open')
  expect(await bounces()).not.toEqual(before)
  value(await stopAnew(ctx, { id }))
  expect(await runRecognition(deps, place(id), { step: 7 })).toBe('settled')
  expect(await bounces()).toEqual(before)
  await expectExact()
  expect(await latestRun(database.sql, ctx.workspace.id)).toMatchObject({ state: 'undone' })
})

test('two workers never hold one run, and a stopped worker writes nothing', async () => {
  const { id } = value(await checkAnew(ctx))
  const ends = await Promise.all([work(id), work(id), work(id)])
  expect(ends.toSorted()).toEqual(['not_taken', 'not_taken', 'settled'])
  const run = (await latestRun(database.sql, ctx.workspace.id))!
  expect(countChanges(run.changes)).toBe(80)
})

test('asks for the right role, one run at a time, and a check before the change', async () => {
  const viewer = await addMember(database, ctx, 'viewer')
  expect(await checkAnew(viewer)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  const { id } = value(await checkAnew(ctx))
  expect(await checkAnew(ctx)).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(await applyAnew(ctx, { id })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  value(await stopAnew(ctx, { id }))
  expect(await stopAnew(ctx, { id })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  const other = { ...(await addWorkspace(database)), now: ctx.now }
  const mine = await checked()
  expect(await applyAnew(other, { id: mine })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(await applyAnew(ctx, { id: randomUUID() })).toMatchObject({ ok: false })
})
