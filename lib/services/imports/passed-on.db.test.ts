import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { formatBounceKey, type BounceKey } from '@/lib/bounce/key'
import type { Deps } from '@/lib/jobs/imports/work'
import type { Context } from '@/lib/services/context'
import { applyAnew } from '@/lib/services/recognition/apply-anew'
import { checkAnew } from '@/lib/services/recognition/check-anew'
import { runRecognition } from '@/lib/services/recognition/run-recognition'
import { reclassify, type ReclassifyInput } from '@/lib/services/replies/reclassify'
import { undoReclassification } from '@/lib/services/replies/undo-reclassification'
import { addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { rebuildRollups } from './rebuild-rollups'
import { csv, importAll, line, openWorker, work, type Line } from './testing/files'
import { rollups } from './testing/recount'
import { undoImport } from './undo-import'

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

/** The row of two files that tell of one bounce and differ in its campaign. */
const first: Line = { ...line(0), campaign: 'First' }
const second: Line = { ...first, campaign: 'Second' }

async function begin(): Promise<Context> {
  return { ...(await addWorkspace(database)), now: new Date('2026-11-20T10:00:00Z') }
}

async function bounce({ workspace }: Context) {
  const rows = await database.sql<(BounceKey & { category: string; type: string; campaign: string })[]>`
    select occurred_at as "occurredAt", dedupe_key as "dedupeKey", category, bounce_type as type, campaign
    from bounces where workspace_id = ${workspace.id}`
  expect(rows).toHaveLength(1)
  const { held, recounted } = await rollups(database.sql, workspace.id)
  expect(held).toEqual(recounted)
  return rows[0]!
}

async function undo(ctx: Context, importId: string): Promise<void> {
  value(await undoImport(ctx, { importId }))
  await work(deps, ctx, importId)
}

const move = async (ctx: Context, category: ReclassifyInput['category']) =>
  value(
    await reclassify(ctx, {
      category,
      scope: { kind: 'bounces', keys: [formatBounceKey(await bounce(ctx))] },
    }),
  )

test.each(['before', 'after'])(
  'what a person decided %s the second import outlives the undo of the first, and its own undo is exact',
  async (when) => {
    const ctx = await begin()
    const a = await importAll(deps, ctx, csv([first]))
    const recognised = await bounce(ctx)
    let act = when === 'before' ? await move(ctx, 'spam_block') : null
    await importAll(deps, ctx, csv([second]))
    act ??= await move(ctx, 'spam_block')
    await undo(ctx, a.id)
    expect(await bounce(ctx)).toMatchObject({ category: 'spam_block', type: 'soft', campaign: 'Second' })
    value(await undoReclassification(ctx, { id: act.id }))
    const { category, type } = recognised
    expect(await bounce(ctx)).toMatchObject({ category, type, campaign: 'Second' })
  },
)

test('a decision that was undone leaves nothing for the undo of an import to bring back', async () => {
  const ctx = await begin()
  const a = await importAll(deps, ctx, csv([first]))
  const recognised = await bounce(ctx)
  const { id } = await move(ctx, 'spam_block')
  await importAll(deps, ctx, csv([second]))
  value(await undoReclassification(ctx, { id }))
  await undo(ctx, a.id)
  expect(await bounce(ctx)).toMatchObject({ category: recognised.category, campaign: 'Second' })
})

test('bounces read again keep their new judgement when they pass to another import', async () => {
  const ctx = await begin()
  const old = { ...first, diagnostic: 'Qqq zzz refused' }
  const a = await importAll(deps, ctx, csv([old]))
  await importAll(deps, ctx, csv([{ ...old, campaign: 'Second' }]))
  // As an older recognition would have read it, in the bounce and in the second import's note.
  const [wanted] = [await bounce(ctx)]
  const { id: workspaceId } = ctx.workspace
  await database.sql`
    update bounces set category = 'spam_block', bounce_type = 'soft', decided_by = 'words:old' where workspace_id = ${workspaceId}`
  await database.sql`
    update known_rows set differs = differs || '{"category": "spam_block", "bounce_type": "soft", "decided_by": "words:old"}'
    where workspace_id = ${workspaceId}`
  await database.sql.begin((tx) => rebuildRollups(tx, { workspaceId, timeZone: 'UTC' }))
  const { id: runId } = value(await checkAnew(ctx))
  await runRecognition(deps, { workspaceId, runId })
  value(await applyAnew(ctx, { id: runId }))
  await runRecognition(deps, { workspaceId, runId })
  expect(await bounce(ctx)).toMatchObject({ category: wanted.category })
  await undo(ctx, a.id)
  expect(await bounce(ctx)).toMatchObject({ category: wanted.category, campaign: 'Second' })
})
