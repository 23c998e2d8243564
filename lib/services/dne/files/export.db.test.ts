import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { NO_DNE_FILTER } from '@/lib/dne/filter'
import type { Context } from '@/lib/services/context'
import { addEntries } from '@/lib/services/dne/add-entries'
import { addMember, addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { exportList } from './export-list'
import { startStoring } from './start-storing'
import { readFile, textOf, workOn } from './testing/list-files'

let database: TestDatabase
let ctx: Context

const ODD_NOTES = [
  '=HYPERLINK("x")',
  '+1 said',
  '@sum',
  '＝1+1',
  "'=already",
  'a "quoted", b',
  'two\nlines',
  '',
]

beforeAll(async () => {
  database = await createTestDatabase()
  ctx = { ...(await addWorkspace(database)), now: new Date() }
  for (const [i, note] of ODD_NOTES.entries()) {
    const entries = [`p${i}@x.io`, `=odd${i}@x.io`, `firm${i}.io`, `*.wide${i}.io`]
    const reason = (['manual', 'complaint', 'unsubscribe', 'imported'] as const)[i % 4]!
    value(await addEntries(ctx, { entries, reason, note, until: i % 3 === 0 ? '2090-03-04' : null }))
  }
  value(await addEntries(ctx, { entries: ['p0@x.io'], reason: 'unsubscribe' }))
  await database.sql`
    insert into dne_reasons (workspace_id, value, reason, entry_id, scope, domain, category, bounce_at, source, created_at)
    values (${ctx.workspace.id}, 'hard@x.io', 'bounce', gen_random_uuid(), 'address', 'x.io', 'invalid_recipient',
      '2026-01-02T03:04:05Z', 'bounce', '2026-01-03T00:00:00Z')`
})
afterAll(() => database.close())

/** The facts of a list, but for who imported it and when it was stored to the part of a second. */
async function facts(place: Context): Promise<string[]> {
  const rows = await database.sql<{ line: string }[]>`
    select jsonb_build_array(value, scope, reason, domain, category, date_trunc('second', until), bounce_at, note,
      date_trunc('second', created_at))::text as line from dne_reasons where workspace_id = ${place.workspace.id} order by 1`
  return rows.map(({ line }) => line)
}

async function exported(
  input: Parameters<typeof exportList>[1] = { filter: NO_DNE_FILTER },
): Promise<string> {
  return textOf(value(await exportList(ctx, input)).content)
}

describe('exporting the list', () => {
  it('comes back through our own import as the same list', async () => {
    const text = await exported()
    const other = { ...(await addWorkspace(database)), now: new Date() }
    const file = await readFile(other, 'list', text)
    expect(file.counts).toMatchObject({ unreadable: 0, leftOut: 0, known: 0, added: 34 })
    value(await startStoring(other, { fileId: file.id }))
    await workOn(other, file.id)
    expect(await facts(other)).toEqual(await facts(ctx))
  })

  it('adds nothing where it came from', async () => {
    const file = await readFile(ctx, 'list', await exported())
    expect(file.counts).toMatchObject({ added: 0, known: 34 })
  })

  it('leaves no cell that a spreadsheet would run', async () => {
    const text = await exported()
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text).toContain("'=odd0@x.io,")
    expect(text).not.toMatch(/(?:^|,|\n)"?[=+@＝]/m)
  })

  it('gives only what the filter or the selection names', async () => {
    const complaints = await exported({ filter: { ...NO_DNE_FILTER, reasons: ['complaint'] } })
    expect(complaints.trimEnd().split('\r\n')).toHaveLength(9)
    const [row] = await database.sql<{ id: string }[]>`
      select entry_id as id from dne_reasons where workspace_id = ${ctx.workspace.id} and value = 'p0@x.io'`
    const one = (await exported({ ids: [row!.id] })).trimEnd().split('\r\n')
    expect(one.slice(1).map((line) => line.split(',').slice(0, 3))).toEqual([
      ['p0@x.io', 'address', 'unsubscribe'],
      ['p0@x.io', 'address', 'manual'],
    ])
  })

  it('is written down, and is not for viewers', async () => {
    const count = async () =>
      (await database.sql`select 1 from activity where action = 'dne.exported'`).length
    const before = await count()
    await exported()
    expect(await count()).toBe(before + 1)
    const refused = await exportList(await addMember(database, ctx, 'viewer'), { filter: NO_DNE_FILTER })
    expect(refused.ok || refused.error.code).toBe('forbidden')
  })
})
