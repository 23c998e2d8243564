import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { makeWorkspace, storeBounces, type StoredBounce, type TestWorkspace } from '@/db/testing/bounces'
import { pick, randomBounces, seeded, TEST_CATEGORIES } from '@/db/testing/random-bounces'
import { CATEGORIES } from '@/lib/bounce/categories'
import { decide, type Decision } from '@/lib/dne/decide'
import { DEFAULT_POLICY, type DnePolicy } from '@/lib/dne/policy'
import { settleRecipients } from './settle-recipients'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const now = new Date('2026-11-20T10:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

const settle = (workspace: TestWorkspace, recipients: string[], policy?: DnePolicy) =>
  database.sql.begin((tx) => settleRecipients(tx, { workspaceId: workspace.id, now }, recipients, policy))

async function stored(workspace: TestWorkspace): Promise<Map<string, Decision>> {
  const listings = await database.sql<
    { value: string; category: string; until: Date | null; at: Date; key: string }[]
  >`
    select value, category, until, bounce_at as at, bounce_key as key from dne_reasons where workspace_id = ${workspace.id}`
  const suggestions = await database.sql<
    { value: string; category: string; kind: 'repeated'; at: Date; key: string }[]
  >`
    select value, category, kind, bounce_at as at, bounce_key as key from dne_suggestions where workspace_id = ${workspace.id}`
  const all = new Map<string, Decision>()
  for (const { value, ...listing } of listings) all.set(value, { listing: { ...listing }, suggestion: null })
  for (const { value, ...suggestion } of suggestions) {
    all.set(value, { listing: all.get(value)?.listing ?? null, suggestion: { ...suggestion } })
  }
  return all
}

function randomPolicy(random: () => number): DnePolicy {
  const categories = Object.fromEntries(
    CATEGORIES.map(({ id, disposition }) => [
      id,
      {
        list: pick(
          random,
          disposition === 'suppress'
            ? (['at_once', 'suggest', 'never'] as const)
            : (['suggest', 'never'] as const),
        ),
        after: { bounces: 1 + Math.floor(random() * 3), days: pick(random, [2, 10, 30, null]) },
        holdDays: pick(random, [[], [1], [3, 14], [20, 5, 1]]),
      },
    ]),
  )
  return { ...DEFAULT_POLICY, categories }
}

function randomHistory(seed: number): StoredBounce[] {
  const random = seeded(seed)
  return randomBounces(seed, 250, daysAgo(40), now).map((bounce) => ({
    ...bounce,
    recipient: `p${Math.floor(random() * 30)}@d.example`,
    domain: 'd.example',
    category: pick(
      random,
      random() < 0.5 ? ['invalid_recipient', 'mailbox_full', 'relay_denied'] : TEST_CATEGORIES,
    ),
  }))
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'says what its pure twin says, on random histories (seed %i)',
  async (seed) => {
    const random = seeded(seed * 77)
    const workspace = await makeWorkspace(database.sql)
    const policy = seed === 1 ? DEFAULT_POLICY : randomPolicy(random)
    const bounces = randomHistory(seed)
    await storeBounces(database.sql, workspace, bounces)
    const unverified = new Set(bounces.filter(() => random() < 0.2).map((b) => b.dedupeKey))
    await database.sql`
    update bounces set verified = false where workspace_id = ${workspace.id} and dedupe_key = any(${[...unverified]}::uuid[])`
    const values = [...new Set(bounces.map((b) => b.recipient))]
    const cuts = new Map(
      values.map((value) => [value, { clearedAt: null as Date | null, dismissedAt: null as Date | null }]),
    )
    for (const [value, cut] of cuts) {
      for (const kind of ['cleared', 'dismissed'] as const) {
        if (random() > 0.3) continue
        const at = daysAgo(Math.floor(random() * 40))
        cut[kind === 'cleared' ? 'clearedAt' : 'dismissedAt'] = at
        await database.sql`
        insert into dne_clearances (workspace_id, value, act_id, kind, at)
        values (${workspace.id}, ${value}, ${randomUUID()}, ${kind}, ${at}), (${workspace.id}, ${value}, ${randomUUID()}, ${kind}, ${daysAgo(50)})`
      }
    }
    await settle(workspace, values, policy)
    const expected = new Map<string, Decision>()
    for (const value of values) {
      const history = bounces
        .filter((b) => b.recipient === value)
        .map((b) => ({
          ...b,
          at: b.occurredAt,
          key: b.dedupeKey,
          verified: !unverified.has(b.dedupeKey),
          guarded: false,
        }))
      const decision = decide(history, policy, cuts.get(value)!, now)
      if (decision.listing || decision.suggestion) expected.set(value, decision)
    }
    expect(await stored(workspace)).toEqual(expected)
    expect(expected.size).toBeGreaterThan(3)

    // Piece by piece, in any order, comes to the same; so does settling under another policy and back.
    await settle(workspace, values, randomPolicy(random))
    for (const value of values.toReversed()) await settle(workspace, [value], policy)
    expect(await stored(workspace)).toEqual(expected)
    const [counted] = await database.sql<{ n: number }[]>`
    select for_good as n from dne_counts where workspace_id = ${workspace.id}`
    const forGood = [...expected.values()].filter(({ listing }) => listing && !listing.until)
    expect(counted?.n ?? 0).toBe(forGood.length)
    await database.sql`delete from bounces where workspace_id = ${workspace.id}`
    await settle(workspace, values, policy)
    expect(await stored(workspace)).toEqual(new Map())
  },
)

it('lists for good what a file or a person only put to rest', async () => {
  const workspace = await makeWorkspace(database.sql)
  const until = new Date(now.getTime() + 86_400_000)
  for (const [value, end] of [
    ['soon@x.io', until],
    ['over@x.io', daysAgo(1)],
    ['good@x.io', null],
  ] as const) {
    await database.sql`
      insert into dne_reasons (workspace_id, value, reason, entry_id, scope, domain, category, until, source, created_at)
      values (${workspace.id}, ${value}, 'bounce', ${randomUUID()}, 'address', 'x.io', 'mailbox_full', ${end}, 'file', ${now})`
  }
  const recipients = ['soon@x.io', 'over@x.io', 'good@x.io']
  const [one] = randomHistory(1)
  const rows = recipients.map((recipient) => ({
    ...one!,
    recipient,
    domain: 'x.io',
    dedupeKey: randomUUID(),
    occurredAt: daysAgo(2),
    category: 'invalid_recipient',
    bounceType: 'hard' as const,
    verified: true,
  }))
  await storeBounces(database.sql, workspace, rows)
  await settle(workspace, recipients)
  const kept = await database.sql<{ says: string }[]>`
    select value || ' ' || category || ' ' || source || ' ' || coalesce(until::text, 'for good') as says from dne_reasons
    where workspace_id = ${workspace.id} order by value`
  expect(kept.map((row) => row.says)).toEqual([
    'good@x.io mailbox_full file for good',
    'over@x.io invalid_recipient bounce for good',
    'soon@x.io invalid_recipient bounce for good',
  ])
})

it('finds the bounces of a workspace that the planner has no figures of by their address', async () => {
  const history = randomHistory(5).map((bounce, i) => ({ ...bounce, recipient: `n${i}@d.example` }))
  await storeBounces(database.sql, await makeWorkspace(database.sql), history)
  await database.sql`analyze bounces`
  const fresh = await makeWorkspace(database.sql)
  await storeBounces(database.sql, fresh, history)
  const read = await database.sql.begin(async (tx) => {
    const recipients = history.map((bounce) => bounce.recipient)
    await settleRecipients(tx, { workspaceId: fresh.id, now }, recipients)
    const [row] = await tx<{ read: number }[]>`
      select (coalesce(idx_tup_fetch, 0) + coalesce(seq_tup_read, 0))::int as read
      from pg_stat_xact_user_tables where relname = 'bounces'`
    return row!.read
  })
  expect(read).toBeLessThan(10 * history.length)
})
