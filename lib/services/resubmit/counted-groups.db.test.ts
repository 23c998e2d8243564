import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { storeBounces } from '@/db/testing/bounces'
import { renewFigures } from '@/lib/jobs/upkeep/renew-figures'
import { batchOfAll } from '@/lib/jobs/handover/testing/lab'
import type { Context } from '@/lib/services/context'
import { addEntries } from '@/lib/services/dne/add-entries'
import { applyEffects } from '@/lib/services/effects'
import { changeBatch } from './change-batch'
import { markFixed } from './mark-fixed'
import { bounceOf } from './testing/bounces'
import { addWorkspace } from '@/lib/services/testing/people'
import { countedGroups } from '@/db/queries/resubmit/counted-groups'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import { readyPerAccount } from '@/db/queries/resubmit/ready-per-account'
import { contactGroups, EVERYONE, type Group } from '@/db/queries/resubmit/summary'

const MINUTE = 60_000
const DAY = 86_400_000

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())

const momentOf = async (ctx: Context) => ({
  workspaceId: ctx.workspace.id,
  now: ctx.now,
  ...(await loadRules(ctx.sql, ctx.workspace.id)),
})
/** Every count is dear enough to be kept. */
const ask = async (ctx: Context) => countedGroups(ctx.sql, await momentOf(ctx), EVERYONE, -1)
const recount = async (ctx: Context) => sorted(await contactGroups(ctx.sql, await momentOf(ctx), EVERYONE))
const sorted = (groups: readonly Group[]) =>
  groups
    .map((group) => JSON.stringify(group, Object.keys(group).toSorted()))
    .toSorted((a, b) => (a < b ? -1 : 1))

let bounced = 0

/** Each on a day of its own, within the weeks that count. */
async function bounce(ctx: Context, n: number, category: string) {
  const day = new Date(ctx.now.getTime() - (4 + (bounced++ % 20)) * DAY)
  const one = bounceOf(`p${n}@x${n % 3}.example`, day, category, { account: `a${n % 2}@acme.example` })
  await storeBounces(ctx.sql, ctx.workspace, [one])
  await ctx.sql.begin(async (tx) => {
    await applyEffects(tx, { workspaceId: ctx.workspace.id, now: ctx.now }, [one.recipient])
    await tx`update workspaces set data_version = data_version + 1 where id = ${ctx.workspace.id}`
  })
}

type Act = ['bounce' | 'list' | 'fix' | 'batch' | 'cancel' | 'renew', number]
const acts = fc.array(
  fc.tuple(fc.constantFrom<Act[0]>('bounce', 'bounce', 'list', 'fix', 'batch', 'cancel', 'renew'), fc.nat(5)),
  { minLength: 3, maxLength: 9 },
)

const CATEGORIES = ['mailbox_full', 'blacklisted', 'server_unavailable', 'mail_loop']

async function act(ctx: Context, [kind, n]: Act): Promise<void> {
  if (kind === 'bounce') return bounce(ctx, n, CATEGORIES[n % CATEGORIES.length]!)
  if (kind === 'renew') return void (await renewFigures(ctx.sql, ctx.now, -1))
  if (kind === 'list')
    return void (await addEntries(ctx, { entries: [`p${n}@x${n % 3}.example`], reason: 'manual' }))
  if (kind === 'fix')
    return void (await markFixed(ctx, {
      category: 'blacklisted',
      account: `a${n % 2}@acme.example`,
      what: 'Delisted',
      fixedAt: ctx.now,
    }))
  if (kind === 'batch') return void (await batchOfAll(ctx, null).catch(() => undefined))
  const rows = await ctx.sql<{ id: string }[]>`
    select id from batches where workspace_id = ${ctx.workspace.id} and state = 'running'`
  if (rows[0]) await changeBatch(ctx, { id: rows[0].id, act: 'cancel' })
}

it('kept figures are what a recount gives, or say that something was changed since', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      const started = { ...(await addWorkspace(test)), now: new Date('2026-11-20T10:00:00Z') }
      for (let n = 0; n < 4; n++) await bounce(started, n, CATEGORIES[n]!)
      await ask(started)
      let ctx = started
      for (const step of steps) {
        ctx = { ...ctx, now: new Date(ctx.now.getTime() + MINUTE) }
        await act(ctx, step)
        const { groups, countedAt, behind } = await ask(ctx)
        expect(countedAt, 'they are kept').not.toBeNull()
        if (!behind) expect(sorted(groups)).toEqual(await recount(ctx))
      }
      ctx = { ...ctx, now: new Date(ctx.now.getTime() + MINUTE) }
      await renewFigures(ctx.sql, ctx.now, -1)
      const last = await ask(ctx)
      expect(last.behind).toBe(false)
      expect(sorted(last.groups)).toEqual(await recount(ctx))
    }),
    { numRuns: 12 },
  )
})

it('counts again, where somebody looks, once holds may have ended', async () => {
  const ctx = { ...(await addWorkspace(test)), now: new Date('2026-11-20T10:00:00Z') }
  await bounce(ctx, 1, 'mailbox_full')
  const day = new Date(ctx.now.getTime() - 2 * DAY)
  const resting = bounceOf('rests@x.example', day, 'mailbox_full')
  await storeBounces(ctx.sql, ctx.workspace, [resting])
  await ctx.sql.begin((tx) =>
    applyEffects(tx, { workspaceId: ctx.workspace.id, now: ctx.now }, [resting.recipient]),
  )
  const ready = async (now: Date) => {
    await ask({ ...ctx, now })
    await renewFigures(ctx.sql, now, -1)
    const counts = await readyPerAccount(ctx.sql, { workspaceId: ctx.workspace.id, now })
    return [...counts.values()].reduce((sum, n) => sum + n, 0)
  }
  expect(await ready(ctx.now)).toBe(1)
  expect(await ready(new Date(ctx.now.getTime() + 2 * DAY))).toBe(2)
})
