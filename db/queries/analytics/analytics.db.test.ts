import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { storeBounces, type StoredBounce } from '@/db/testing/bounces'
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
import { addCells, cellIndex, CELL_COUNT, type Cells } from '@/lib/analytics/cells'
import { addDays, dayOf, eachDay } from '@/lib/analytics/day'
import { allIn, type BounceFilter } from '@/lib/analytics/filter'
import { previousRange, type Range } from '@/lib/analytics/range'
import { FAMILIES, familyOf } from '@/lib/bounce/families'
import { accountDays, accountTrends } from './account-days'
import { cellsByAccount, cellsByProvider } from './by-account'
import { dailyCells } from './daily'
import { knownCampaigns } from './filter-values'
import { findingFacts } from './finding-facts'
import { freshness } from './freshness'
import { recipientsAffected } from './recipients-affected'
import { sidebarCounts } from './sidebar-counts'
import { listReplies, topReplies } from './top-replies'

const zone = 'America/New_York'
const until = new Date('2026-11-10T17:00:00Z') // the clocks go back on 1 November
const today = dayOf(until, zone)
const place = { id: randomUUID(), slug: 'acme', name: 'Acme', timeZone: zone }
const other = { id: randomUUID(), slug: 'other', name: 'Other', timeZone: zone }

type Row = StoredBounce & { day: string }
/** Bounces of 40 days; every fourth at a full hour, so that some are right at midnight. */
const bounces = (seed: number, count: number): Row[] =>
  randomBounces(seed, count, new Date(until.getTime() - 40 * 86_400_000), until).map((bounce, i) => {
    const ms = bounce.occurredAt.getTime()
    const occurredAt = i % 4 === 0 ? new Date(ms - (ms % 3_600_000)) : bounce.occurredAt
    return { ...bounce, occurredAt, day: dayOf(occurredAt, zone) }
  })
const rows = bounces(7, 1500)
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  const { sql } = database
  for (const workspace of [place, other]) {
    const { id, slug, name } = workspace
    await sql`insert into workspaces ${sql({ id, slug, name, time_zone: zone, created_at: until, data_version: 1 })}`
    // The other workspace holds rows of its own that must never show.
    await storeBounces(sql, workspace, workspace === place ? rows : bounces(8, 300))
  }
})
afterAll(() => database.close())

/** Filters of every kind and their combinations, the same on every run. */
function filters(count: number): BounceFilter[] {
  const next = seeded(99)
  const random = (below: number) => Math.floor(next() * below)
  const some = <T>(list: readonly T[], often: number): T[] =>
    random(often) === 0 ? list.filter(() => random(2) === 0) : []
  return Array.from({ length: count }, () => {
    const from = addDays(today, -random(25))
    return {
      from,
      to: addDays(from, random(20)),
      accounts: some(TEST_ACCOUNTS, 3),
      categories: some<string>(TEST_CATEGORIES, 4),
      families: some(
        FAMILIES.map((family) => family.id as string),
        4,
      ),
      providers: some(TEST_PROVIDERS, 3),
      campaigns: some(TEST_CAMPAIGNS, 4),
      types: some(['hard', 'soft'] as const, 4),
      ...(random(6) === 0 && { template: pick(next, TEST_REPLIES).id }),
      ...(random(6) === 0 && { importId: pick(next, TEST_IMPORTS) }),
    }
  })
}

const has = (list: readonly string[], value: string) => list.length === 0 || list.includes(value)

function matches(filter: BounceFilter, range: Range) {
  return (row: Row) =>
    row.day >= range.from &&
    row.day <= range.to &&
    has(filter.accounts, row.account) &&
    has(filter.categories, row.category) &&
    has(filter.families, familyOf(row.category)) &&
    has(filter.providers, row.provider) &&
    has(filter.campaigns, row.campaign) &&
    has(filter.types, row.bounceType) &&
    (!filter.template || row.templateId === filter.template) &&
    (!filter.importId || row.importId === filter.importId)
}

function cellsOf(some: readonly Row[]): number[] {
  const cells = new Array<number>(CELL_COUNT).fill(0)
  for (const row of some) cells[cellIndex(row.category, row.bounceType) - 1]! += 1
  return cells
}

const filled = (cells: Cells) => addCells([cells])
function groupBy(some: readonly Row[], key: (row: Row) => string) {
  const groups = new Map<string, Row[]>()
  for (const row of some) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return groups
}
const counts = (some: readonly Row[], key: (row: Row) => string) =>
  [...groupBy(some, key)].map(([name, group]) => [name, group.length] as const).sort()

const all = filters(40)

describe('each figure equals a recount of the rows', () => {
  it.each(all.map((filter, i) => [i, filter] as const))('filter %i', async (_, filter) => {
    const { sql } = database
    const before = previousRange(filter)
    const nowRows = rows.filter(matches(filter, filter))
    const beforeRows = rows.filter(matches(filter, before))

    const days = await dailyCells(sql, place, filter, filter)
    const expectedDays = [...groupBy(nowRows, (row) => row.day)].map(
      ([day, group]) => [day, cellsOf(group)] as const,
    )
    const nonEmpty = [...days]
      .map(([day, cells]) => [day, filled(cells)] as const)
      .filter(([, cells]) => cells.some(Boolean))
    expect(nonEmpty.sort()).toEqual(expectedDays.sort())

    for (const [query, key] of [
      [cellsByAccount, 'account'],
      [cellsByProvider, 'provider'],
    ] as const) {
      const found = await query(sql, place, filter)
      for (const group of found) {
        expect(group.now).toEqual(cellsOf(nowRows.filter((row) => row[key] === group.name)))
        expect(group.before).toEqual(cellsOf(beforeRows.filter((row) => row[key] === group.name)))
      }
      const names = new Set(found.map((group) => group.name))
      expect([...nowRows, ...beforeRows].every((row) => names.has(row[key]))).toBe(true)
    }

    const trends = await accountTrends(sql, place, filter)
    const flat = [...trends].flatMap(([account, perDay]) =>
      [...perDay].map(([day, n]) => [`${account} ${day}`, n] as const),
    )
    expect(flat.filter(([, n]) => n > 0).sort()).toEqual(
      counts(nowRows, (row) => `${row.account} ${row.day}`),
    )

    expect(await recipientsAffected(sql, place, filter)).toEqual({
      now: new Set(nowRows.map((row) => row.recipient)).size,
      before: new Set(beforeRows.map((row) => row.recipient)).size,
    })

    const { replies, all: total } = await topReplies(sql, place, filter, 5)
    const byReply = new Map(counts(nowRows, (row) => row.templateId))
    const past = new Map(counts(beforeRows, (row) => row.templateId))
    expect(total).toBe(byReply.size)
    expect(replies.map((reply) => reply.now)).toEqual([...byReply.values()].sort((a, b) => b - a).slice(0, 5))
    for (const reply of replies) {
      expect(byReply.get(reply.templateId)).toBe(reply.now)
      expect(past.get(reply.templateId) ?? 0).toBe(reply.before)
    }
    const pages = await Promise.all(
      [0, 4, 8].map((from) => listReplies(sql, place, filter, { from, to: from + 4 })),
    )
    expect(pages.flatMap((page) => page.replies.map((reply) => reply.now))).toEqual(
      [...byReply.values()].sort((a, b) => b - a).slice(0, 12),
    )
  })
})

describe('the rest of the overview', () => {
  const everything = allIn({ from: addDays(today, -60), to: today })

  it('hands findings every account and day', async () => {
    const found = await accountDays(database.sql, place, everything, everything)
    expect(
      found
        .map((row) => [`${row.account} ${row.day}`, addCells([row.cells]).reduce((a, b) => a + b)] as const)
        .sort(),
    ).toEqual(counts(rows, (row) => `${row.account} ${row.day}`))
    expect(eachDay(everything.from, today)).toEqual(expect.arrayContaining(found.map((row) => row.day)))
  })

  it('counts the contacts of a finding and says when it began', async () => {
    const finding = {
      account: TEST_ACCOUNTS[0]!,
      category: 'blacklisted',
      since: addDays(today, -20),
      until: today,
      ongoing: true,
      bounces: 0,
      atFirst: 0,
      usual: 0,
    }
    const own = rows.filter(
      (row) =>
        row.account === finding.account && row.category === finding.category && row.day >= finding.since,
    )
    expect(await findingFacts(database.sql, place, everything, finding)).toEqual({
      contacts: new Set(own.map((row) => row.recipient)).size,
      firstAt: new Date(Math.min(...own.map((row) => row.occurredAt.getTime()))),
    })
  })

  it('counts anew after the data changed, and only then', async () => {
    const { sql } = database
    const first = await recipientsAffected(sql, place, everything)
    const template = randomUUID()
    const late = { ...rows[0]!, dedupeKey: randomUUID(), recipient: 'new@example.com', templateId: template }
    await storeBounces(sql, place, [{ ...late, account: 'late@acme.test', provider: 'late' }])
    expect(await recipientsAffected(sql, place, everything)).toEqual(first)
    await sql`update workspaces set data_version = data_version + 1 where id = ${place.id}`
    expect((await recipientsAffected(sql, place, everything)).now).toBe(first.now + 1)
    const kept = await sql<
      { n: number }[]
    >`select count(*)::int as n from cached_figures where workspace_id = ${place.id} and data_version < 2`
    expect(kept[0]!.n).toBe(0)
  })

  it('lists campaigns, and counts for the sidebar', async () => {
    expect(await knownCampaigns(database.sql, place.id)).toEqual(TEST_CAMPAIGNS.toSorted())
    const last = { from: addDays(today, -29), to: today }
    const shown = await sidebarCounts(database.sql, place.id, last)
    expect(shown.bounces).toBe([...rows, rows[0]!].filter((row) => row.day >= last.from).length)
    expect(await freshness(database.sql, place.id)).toEqual({
      firstDay: rows.map((row) => row.day).toSorted()[0],
      lastImport: null,
      moving: false,
    })
    expect((await freshness(database.sql, randomUUID())).firstDay).toBeNull()
  })
})
