import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { makeWorkspace, storeBounces, type StoredBounce, type TestWorkspace } from '@/db/testing/bounces'
import { pick, randomBounces, seeded, TEST_CATEGORIES } from '@/db/testing/random-bounces'
import { applyEffects } from './effects'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const now = new Date('2026-11-20T10:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

/** Most recipients bounce once, some often, in any order. */
function history(seed: number): StoredBounce[] {
  const random = seeded(seed)
  return randomBounces(seed, 240, daysAgo(90), now).map((bounce) => ({
    ...bounce,
    recipient: `p${Math.floor(random() ** 3 * 150)}@d.example`,
    domain: 'd.example',
    category: pick(random, random() < 0.5 ? ['invalid_recipient', 'mailbox_full'] : TEST_CATEGORIES),
  }))
}

async function standing({ id }: TestWorkspace): Promise<readonly unknown[]> {
  return database.sql`
    select 'reason' as what, value, category, until, bounce_at as at, bounce_key as key, 0 as n, 0 as m from dne_reasons
    where workspace_id = ${id}
    union all select kind, value, category, null, bounce_at, bounce_key, 0, 0 from dne_suggestions where workspace_id = ${id}
    union all select account || campaign || domain, recipient, category, null, bounced_at, bounce_key, tries, tries_after_fix
    from contacts where workspace_id = ${id}
    union all select 'for good', '', '', null, null, null, for_good, 0 from dne_counts where workspace_id = ${id}
    order by value, what, at`
}

it.each([1, 2])(
  'what follows step by step, from a step’s rows, is what follows at once, from recipients (seed %i)',
  async (seed) => {
    const bounces = history(seed)
    const atOnce = await makeWorkspace(database.sql)
    await storeBounces(database.sql, atOnce, bounces)
    const recipients = bounces.map((bounce) => bounce.recipient)
    await database.sql.begin((tx) => applyEffects(tx, { workspaceId: atOnce.id, now }, recipients))
    const stepwise = await makeWorkspace(database.sql)
    for (let i = 0; i < bounces.length; i += 60) {
      const keys = bounces.slice(i, i + 60).map((bounce) => bounce.dedupeKey)
      await database.sql.begin(async (tx) => {
        await tx`
          insert into bounces select (own).* from (
            select jsonb_populate_record(b, jsonb_build_object('workspace_id', ${stepwise.id}::text)) as own from bounces b
            where workspace_id = ${atOnce.id} and dedupe_key = any(${keys}::uuid[])) s`
        const select = tx`
          select recipient from bounces where workspace_id = ${stepwise.id} and dedupe_key = any(${keys}::uuid[])`
        await applyEffects(tx, { workspaceId: stepwise.id, now }, { select, stored: true })
      })
    }
    const expected = await standing(atOnce)
    expect(expected.length).toBeGreaterThan(50)
    expect(await standing(stepwise)).toEqual(expected)
  },
)
