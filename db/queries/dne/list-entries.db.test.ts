import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countEntries } from './count-entries'
import { listEntries } from './list-entries'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { makeWorkspace, type TestWorkspace } from '@/db/testing/bounces'
import { pick, seeded, uuidOf } from '@/db/testing/random-bounces'
import { formatDneCursor, parseDneCursor } from '@/lib/dne/cursor'
import { NO_DNE_FILTER, type DneFilter, type DneSort } from '@/lib/dne/filter'

const now = new Date('2026-11-20T10:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

interface Row {
  value: string
  reason: string
  category: string
  source: string
  until: Date | null
  createdAt: Date
  createdBy: string | null
}

let database: TestDatabase
let workspace: TestWorkspace
const rows: Row[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  workspace = await makeWorkspace(database.sql, 'UTC')
  const random = seeded(11)
  for (let i = 0; i < 400; i++) {
    const value = i % 9 === 0 ? `d${i}.example` : `p${i}@d${i % 7}.example`
    for (const reason of ['bounce', 'manual', 'complaint']) {
      if (random() < 0.5) continue
      rows.push({
        value,
        reason,
        category: reason === 'bounce' ? pick(random, ['invalid_recipient', 'mailbox_full']) : '',
        source: reason === 'bounce' ? 'bounce' : pick(random, ['person', 'file']),
        until: pick(random, [null, null, daysAgo(3), daysAgo(-5), daysAgo(-20)]),
        createdAt: daysAgo(Math.floor(random() * 40)),
        createdBy: reason === 'bounce' ? null : uuidOf(pick(random, ['anna', 'ben'])),
      })
    }
  }
  for (const { value, reason, category, source, until, createdAt, createdBy } of rows) {
    const at = value.indexOf('@')
    await database.sql`
      insert into dne_reasons (workspace_id, value, reason, entry_id, scope, domain, category, until, source, created_at, created_by)
      values (${workspace.id}, ${value}, ${reason}, ${uuidOf(value)}, ${at < 0 ? 'domain' : 'address'}, ${value.slice(at + 1)}, ${category},
        ${until}, ${source}, ${createdAt}, ${createdBy})`
  }
})
afterAll(() => database.close())

const FILTERS: [string, Partial<DneFilter>, (row: Row) => boolean][] = [
  ['everything', {}, () => true],
  ['a reason', { reasons: ['complaint'] }, (row) => row.reason === 'complaint'],
  ['a category', { categories: ['mailbox_full'] }, (row) => row.category === 'mailbox_full'],
  ['a source', { sources: ['file'] }, (row) => row.source === 'file'],
  ['a person', { by: [uuidOf('anna')] }, (row) => row.createdBy === uuidOf('anna')],
  [
    'days',
    { from: '2026-11-01', to: '2026-11-10' },
    (row) => row.createdAt >= new Date('2026-11-01') && row.createdAt < new Date('2026-11-11'),
  ],
  ['holds', { expiring: 'holds' }, (row) => row.until !== null],
  ['holds that end soon', { expiring: 10 }, (row) => row.until !== null && row.until <= daysAgo(-10)],
  ['an address', { q: 'P41@D6.example' }, (row) => row.value === 'p41@d6.example'],
  [
    'a domain',
    { q: '@d3.example' },
    (row) => row.value.endsWith('@d3.example') || row.value === 'd3.example',
  ],
  ['a part', { q: '1@d' }, (row) => row.value.includes('1@d')],
  ['what a pattern would take for a sign', { q: '_1%' }, () => false],
]
const SORTS: DneSort['key'][] = ['added', 'value', 'until']

describe.each(FILTERS)('the list under %s', (_name, part, wanted) => {
  const filter = { ...NO_DNE_FILTER, ...part }

  it.each(SORTS)('pages by %s both ways, each entry once, forwards and back', async (key) => {
    const standing = rows.filter((row) => row.until === null || row.until > now)
    const matching = standing.filter((row) => wanted(row) && (key !== 'until' || row.until !== null))
    for (const direction of ['asc', 'desc'] as const) {
      const sort = { key, direction }
      const seen: string[] = []
      let cursor = null
      let page
      do {
        page = await listEntries(database.sql, workspace, { filter, sort, cursor, now })
        seen.push(...page.rows.map((row) => row.value))
        for (const row of page.rows) {
          expect(row.reasons.map((each) => each.reason).sort()).toEqual(
            standing
              .filter((each) => each.value === row.value)
              .map((each) => each.reason)
              .sort(),
          )
        }
        cursor = page.next && parseDneCursor(formatDneCursor(page.next), key)
      } while (cursor)
      expect([...seen].sort()).toEqual([...new Set(matching.map((row) => row.value))].sort())
      if (key === 'value')
        expect(seen).toEqual(direction === 'asc' ? seen.toSorted() : seen.toSorted().reverse())
      if (page.previous) {
        const back = await listEntries(database.sql, workspace, { filter, sort, cursor: page.previous, now })
        expect(back.rows.map((row) => row.value)).toEqual(seen.slice(page.offset - 50, page.offset))
      }
    }
  })

  it('is counted', async () => {
    const standing = rows.filter((row) => (row.until === null || row.until > now) && wanted(row))
    if (Object.keys(part).length === 0) return
    const { count, exact } = await countEntries(database.sql, workspace, filter, now)
    expect([count, exact]).toEqual([new Set(standing.map((row) => row.value)).size, true])
  })
})
