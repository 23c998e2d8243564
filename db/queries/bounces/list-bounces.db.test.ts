import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseBounceCursor, formatBounceCursor } from '@/lib/analytics/bounce-cursor'
import { BOUNCE_SORT_KEYS, type BounceSort } from '@/lib/analytics/bounce-sort'
import { dayOf } from '@/lib/analytics/day'
import type { BounceFilter } from '@/lib/analytics/filter'
import { FAMILIES, familyOf } from '@/lib/bounce/families'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { makeWorkspace, storeBounces, type StoredBounce, type TestWorkspace } from '@/db/testing/bounces'
import {
  pick,
  randomBounces,
  seeded,
  TEST_ACCOUNTS,
  TEST_CAMPAIGNS,
  TEST_CATEGORIES,
  TEST_IMPORTS,
  TEST_PROVIDERS,
  TEST_REPLIES,
} from '@/db/testing/random-bounces'
import { countByCategory } from './count-bounces'
import { listBounces, PAGE_SIZE, type BounceRow } from './list-bounces'
import { neighboursOf } from './neighbours'
import { anchorOf } from './order'
import { openScope } from './scope'

const SEED = 20_261_119
let database: TestDatabase
let workspace: TestWorkspace
let all: StoredBounce[]
/** Keys of those that only reports tell of which may be forged. */
let unverified: Set<string>

beforeAll(async () => {
  database = await createTestDatabase()
  workspace = await makeWorkspace(database.sql)
  const other = await makeWorkspace(database.sql)
  const from = new Date('2026-10-20T00:00:00Z')
  const to = new Date('2026-11-01T00:00:00Z')
  all = randomBounces(SEED, 1500, from, to)
  const texts = new Map(TEST_REPLIES.map((reply) => [reply.id, reply.text]))
  await storeBounces(database.sql, workspace, all, texts)
  const random = seeded(SEED + 2)
  unverified = new Set(all.filter(() => random() < 0.1).map((b) => b.dedupeKey))
  await database.sql`update bounces set verified = false where dedupe_key = any(${[...unverified]}::uuid[])`
  await storeBounces(database.sql, other, randomBounces(SEED + 1, 300, from, to), texts)
})
afterAll(() => database.close())

/** The same filter in plain JavaScript. */
function matches(b: StoredBounce, f: BounceFilter): boolean {
  const day = dayOf(b.occurredAt, workspace.timeZone)
  const among = (list: readonly string[], value: string) => list.length === 0 || list.includes(value)
  const q = f.q?.toLowerCase() ?? ''
  const text = TEST_REPLIES.find((reply) => reply.id === b.templateId)!.text
  const said = q.includes(' ')
    ? q.split(' ').every((word) => text.includes(word))
    : q.startsWith('@')
      ? b.domain === q.slice(1)
      : b.recipient.startsWith(q) || b.domain === q || (!q.includes('@') && text.includes(q))
  return (
    day >= f.from &&
    day <= f.to &&
    among(f.accounts, b.account) &&
    among(f.categories, b.category) &&
    among(f.families, familyOf(b.category)) &&
    among(f.providers, b.provider) &&
    among(f.campaigns, b.campaign) &&
    among(f.types, b.bounceType) &&
    (!f.template || f.template === b.templateId) &&
    (!f.importId || f.importId === b.importId) &&
    (!f.unverified || unverified.has(b.dedupeKey)) &&
    (!f.q || said)
  )
}

function randomFilter(random: () => number): BounceFilter {
  const some = <T>(list: readonly T[], chance: number) =>
    random() < chance ? [...new Set([pick(random, list), pick(random, list)])] : []
  const queries = [
    'p1',
    'p12@d3.example',
    'p7@',
    '@d4.example',
    'd5.example',
    'over quota',
    'unknown',
    'nothing like it',
  ]
  return {
    from: pick(random, ['2026-10-20', '2026-10-25']),
    to: pick(random, ['2026-10-25', '2026-10-31', '2026-11-01']),
    accounts: some(TEST_ACCOUNTS, 0.4),
    categories: some(TEST_CATEGORIES, 0.25),
    families: some(
      FAMILIES.map((family) => family.id),
      0.2,
    ),
    providers: some(TEST_PROVIDERS, 0.3),
    campaigns: some(TEST_CAMPAIGNS, 0.2),
    types: random() < 0.3 ? [pick(random, ['hard', 'soft'] as const)] : [],
    ...(random() < 0.15 && { template: pick(random, TEST_REPLIES).id }),
    ...(random() < 0.15 && { importId: pick(random, TEST_IMPORTS) }),
    ...(random() < 0.2 && { unverified: true as const }),
    ...(random() < 0.3 && { q: pick(random, queries) }),
  }
}

function inOrder(rows: StoredBounce[], { key, direction }: BounceSort): StoredBounce[] {
  const own = {
    received: [],
    recipient: ['recipient'],
    account: ['account'],
    category: ['category', 'account'],
  } as const
  const values = (b: StoredBounce) => [
    ...own[key].map((column) => b[column]),
    b.occurredAt.getTime(),
    b.dedupeKey,
  ]
  const before = (a: StoredBounce, b: StoredBounce) => {
    const [x, y] = [values(a), values(b)]
    const at = x.findIndex((value, i) => value !== y[i])
    return at < 0 ? 0 : x[at]! < y[at]! ? -1 : 1
  }
  return [...rows].sort((a, b) => (direction === 'asc' ? before(a, b) : before(b, a)))
}

const keys = (rows: readonly { dedupeKey: string }[]) => rows.map((row) => row.dedupeKey)

describe('the list of bounces', () => {
  it('counts as a recount of every row does, for random filters', async () => {
    const random = seeded(SEED)
    for (let i = 0; i < 120; i++) {
      const filter = randomFilter(random)
      const expected: Record<string, number> = {}
      for (const b of all.filter((each) => matches(each, filter)))
        expected[b.category] = (expected[b.category] ?? 0) + 1
      const scope = await openScope(database.sql, workspace, filter)
      const found = await countByCategory(database.sql, scope)
      expect(
        Object.fromEntries(found.map((row) => [row.category, row.count])),
        JSON.stringify(filter),
      ).toEqual(expected)
    }
  })

  it('pages forwards and back through exactly the matching rows, in every sort', async () => {
    const random = seeded(SEED + 7)
    for (let i = 0; i < 40; i++) {
      const filter = randomFilter(random)
      const sort = { key: pick(random, BOUNCE_SORT_KEYS), direction: pick(random, ['asc', 'desc'] as const) }
      const expected = keys(
        inOrder(
          all.filter((b) => matches(b, filter)),
          sort,
        ),
      )
      const scope = await openScope(database.sql, workspace, filter)
      const pages = [await listBounces(database.sql, scope, sort)]
      while (pages.at(-1)!.next && pages.length < 60) {
        const cursor = parseBounceCursor(formatBounceCursor(pages.at(-1)!.next!), sort.key)
        pages.push(await listBounces(database.sql, scope, sort, cursor))
      }
      const note = JSON.stringify({ filter, sort })
      expect(keys(pages.flatMap((page) => page.rows)), note).toEqual(expected)
      for (let at = pages.length - 1; at > 0; at--) {
        expect(pages[at]!.offset).toBe(at * PAGE_SIZE)
        const back = await listBounces(database.sql, scope, sort, pages[at]!.previous)
        expect(keys(back.rows), note).toEqual(keys(pages[at - 1]!.rows))
        expect(back.offset).toBe((at - 1) * PAGE_SIZE)
        expect(back.previous === null).toBe(at === 1)
      }
    }
  })

  it('goes along accounts in the order of the database, whatever their letters', async () => {
    const place = await makeWorkspace(database.sql)
    const named = ['~', '\u{1F600}', '\uFF5E', 'z', '']
    const from = new Date('2026-10-20T00:00:00Z')
    const rows = randomBounces(SEED + 3, 60, from, new Date('2026-11-01T00:00:00Z')).map((bounce, i) => {
      const name = named[i % named.length]!
      return { ...bounce, account: name && `${name}@acme.test` }
    })
    await storeBounces(database.sql, place, rows, new Map(TEST_REPLIES.map(({ id, text }) => [id, text])))
    const stored = await database.sql<{ dedupeKey: string }[]>`
      select dedupe_key as "dedupeKey" from bounces where workspace_id = ${place.id}
      order by account, occurred_at, dedupe_key`
    const sort: BounceSort = { key: 'account', direction: 'asc' }
    const scope = await openScope(database.sql, place, noFilter())
    const first = await listBounces(database.sql, scope, sort)
    const second = await listBounces(database.sql, scope, sort, first.next)
    expect(keys([...first.rows, ...second.rows])).toEqual(keys(stored))
  })

  it('gives the neighbours of a row, also across the edge of a page', async () => {
    const scope = await openScope(database.sql, workspace, noFilter())
    const sort: BounceSort = { key: 'category', direction: 'asc' }
    const order = inOrder(
      all.filter((b) => matches(b, scope.filter)),
      sort,
    )
    for (const at of [0, 1, PAGE_SIZE - 1, PAGE_SIZE, order.length - 1]) {
      const row = order[at] as unknown as BounceRow
      const found = await neighboursOf(database.sql, scope, sort, anchorOf(row, sort.key))
      expect(found.previous?.dedupeKey).toBe(order[at - 1]?.dedupeKey)
      expect(found.next?.dedupeKey).toBe(order[at + 1]?.dedupeKey)
    }
  })

  it('gives nothing in any sort where no category of the filter has the type', async () => {
    const filter = { ...noFilter(), categories: ['unclassified'], types: ['soft' as const] }
    const scope = await openScope(database.sql, workspace, filter)
    for (const key of BOUNCE_SORT_KEYS) {
      expect((await listBounces(database.sql, scope, { key, direction: 'desc' })).rows).toEqual([])
    }
  })

  it('takes text that looks like SQL or a pattern as text', async () => {
    for (const q of ["'; drop table bounces; --", '%', '_', '\\', "o'hara@x.example", '\u{1F600}']) {
      const scope = await openScope(database.sql, workspace, { ...noFilter(), q })
      expect(await countByCategory(database.sql, scope), q).toEqual([])
      expect((await listBounces(database.sql, scope, { key: 'received', direction: 'desc' })).rows).toEqual(
        [],
      )
    }
  })

  it('ignores a cursor that is forged or of another sort', async () => {
    const scope = await openScope(database.sql, workspace, noFilter())
    const sort: BounceSort = { key: 'recipient', direction: 'asc' }
    const first = await listBounces(database.sql, scope, sort)
    for (const text of [
      'x',
      btoa('["a","recipient",[],1,"x",0]'),
      formatBounceCursor({ ...first.next!, sort: 'received' }),
    ]) {
      expect(parseBounceCursor(text, 'recipient')).toBeNull()
    }
    const short = { ...first.next!, values: [] }
    expect(keys((await listBounces(database.sql, scope, sort, short)).rows)).toEqual(keys(first.rows))
  })
})

function noFilter(): BounceFilter {
  const lists = { accounts: [], categories: [], families: [], providers: [], campaigns: [], types: [] }
  return { from: '2026-10-20', to: '2026-11-01', ...lists }
}
