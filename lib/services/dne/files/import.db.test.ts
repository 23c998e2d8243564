import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { runListFile } from '@/lib/jobs/lists/run-file'
import type { ListCounts } from '@/lib/ingest/lists/counts'
import type { Context } from '@/lib/services/context'
import { addEntries } from '@/lib/services/dne/add-entries'
import { addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { choose } from './choose'
import { discardFile } from './discard-file'
import { startStoring } from './start-storing'
import { readFile, textOf, workOn } from './testing/list-files'
import { unreadableRows } from './unreadable-rows'

let database: TestDatabase
let ctx: Context

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

async function fresh(): Promise<void> {
  ctx = { ...(await addWorkspace(database)), now: new Date() }
}

/** The list as `value scope reason until note`. */
async function standing(): Promise<string[]> {
  const rows = await database.sql<{ line: string }[]>`
    select concat_ws(' ', value, scope, reason, to_char(until at time zone 'UTC', 'YYYY-MM-DD'), note) as line from dne_reasons
    where workspace_id = ${ctx.workspace.id} order by value, reason`
  return rows.map(({ line }) => line.trim())
}

async function store(fileId: string) {
  value(await startStoring(ctx, { fileId }))
  return workOn(ctx, fileId)
}

describe('importing a list', () => {
  beforeAll(fresh)

  it('tells beforehand what is new, known and unreadable, and stores just that', async () => {
    value(await addEntries(ctx, { entries: ['known@x.io', 'acme.io'], reason: 'imported' }))
    const text = [
      'Email,Reason,Note',
      'known@x.io,,',
      'New@x.io,,first',
      'new@x.io,,second',
      'gone@x.io,unsubscribed,',
      'not an address,,',
      ',,',
      'bolt.io,,whole firm',
      '*.acme.io,,with what is below',
      ',,nobody',
      '',
    ].join('\n')
    const file = await readFile(ctx, 'list', text)
    expect(file.counts).toEqual({
      rows: 8,
      entries: 6,
      added: 4,
      known: 2,
      unreadable: 2,
      leftOut: 0,
      byReason: { imported: 4, unsubscribe: 1 },
      domains: 2,
    } satisfies ListCounts)
    const stored = await store(file.id)
    expect([stored.state, (stored.counts as ListCounts).added]).toEqual(['stored', 4])
    expect(await standing()).toEqual([
      'acme.io subdomains imported with what is below',
      'bolt.io domain imported whole firm',
      'gone@x.io address unsubscribe',
      'known@x.io address imported',
      'new@x.io address imported second',
    ])
    const again = await readFile(ctx, 'list', text)
    expect(again.counts).toMatchObject({ added: 0, known: 6 })
  })

  it('gives the unreadable rows with line and reason; repaired they add what is repaired', async () => {
    const file = await readFile(
      ctx,
      'list',
      'address,created_at\nwrong one,2026-01-01\nfine@y.io,2026-01-02\n',
    )
    expect(file.counts).toMatchObject({ rows: 2, unreadable: 1, byReason: { complaint: 1 } })
    const { fileName, content } = value(await unreadableRows(ctx, { fileId: file.id }))
    const report = await textOf(content)
    expect(fileName).toBe('list-unreadable.csv')
    expect(report).toBe(
      '\ufeffaddress,created_at,rebound_line,rebound_reason\r\nwrong one,2026-01-01,2,This is neither an address nor a domain.\r\n',
    )
    const repaired = await readFile(ctx, 'list', report.replace('wrong one', 'right@y.io'))
    expect(repaired.counts).toMatchObject({ added: 1, unreadable: 0, byReason: { complaint: 1 } })
  })

  it('takes what a person says of entries that say nothing themselves', async () => {
    await fresh()
    const { id } = await readFile(ctx, 'list', 'email,until\na@x.io,\nb@x.io,2099-05-06\n')
    const choices = { reason: 'unsubscribe' as const, note: 'fair', untilDay: '2098-01-31' }
    value(await choose(ctx, { fileId: id, choices }))
    await workOn(ctx, id)
    await store(id)
    expect(await standing()).toEqual([
      'a@x.io address unsubscribe 2098-02-01 fair',
      'b@x.io address unsubscribe 2099-05-06 fair',
    ])
    const past = await choose(ctx, { fileId: id, choices: { ...choices, untilDay: '2020-01-01' } })
    expect(past.ok || past.error.code).toBe('invalid_input')
  })

  it('lengthens what ends earlier, and never shortens', async () => {
    await fresh()
    value(await addEntries(ctx, { entries: ['long@x.io'], reason: 'imported' }))
    value(await addEntries(ctx, { entries: ['short@x.io'], reason: 'imported', until: '2090-01-01' }))
    const text = 'email,until\nlong@x.io,2095-01-01\nshort@x.io,2095-01-01\n'
    const file = await readFile(ctx, 'list', text)
    expect(file.counts).toMatchObject({ added: 1, known: 1 })
    await store(file.id)
    expect(await standing()).toEqual(['long@x.io address imported', 'short@x.io address imported 2095-01-01'])
  })

  it('is discarded without a trace', async () => {
    await fresh()
    const { id } = await readFile(ctx, 'list', 'a@x.io\n')
    value(await discardFile(ctx, { fileId: id }))
    expect(await standing()).toEqual([])
    const tables = await database.sql`
      select 1 from pg_class where relname like ${`list_stage_${id.replaceAll('-', '')}%`}`
    expect(tables).toHaveLength(0)
  })
})

describe('a large list', () => {
  const many = Array.from({ length: 25_000 }, (_, i) => `p${i}@many${i % 50}.io`)

  it('is stored in steps; a worker that dies at any of them loses and doubles nothing', async () => {
    await fresh()
    const { id } = await readFile(ctx, 'list', `${many.join('\n')}\n`)
    value(await startStoring(ctx, { fileId: id }))
    value(await startStoring(ctx, { fileId: id }))
    let steps = 0
    const dying = {
      sql: ctx.sql,
      fault: () => {
        steps++
        if (steps === 2) throw Object.assign(new Error('killed'), { code: 'KILLED' })
      },
    }
    const place = { workspaceId: ctx.workspace.id, fileId: id }
    expect(await runListFile(dying, place)).toBe('open')
    // The database lost its unlogged tables with the crash.
    await database.sql.unsafe(`truncate list_stage_${id.replaceAll('-', '')}_merged`)
    const file = await workOn(ctx, id)
    expect(file.state).toBe('stored')
    const [row] = await database.sql<{ n: number; acts: number; counted: number; changes: number }[]>`
      select (select count(*)::int from dne_reasons where workspace_id = ${ctx.workspace.id}) as n,
        (select count(*)::int from dne_acts where workspace_id = ${ctx.workspace.id} and count = 25000) as acts,
        (select for_good from dne_counts where workspace_id = ${ctx.workspace.id}) as counted,
        (select count(*)::int from dne_changes where workspace_id = ${ctx.workspace.id}) as changes`
    expect(row).toEqual({ n: 25_000, acts: 1, counted: 25_000, changes: 25_000 })
    const [log] = await database.sql<{ n: number }[]>`
      select count(*)::int as n from activity where workspace_id = ${ctx.workspace.id} and action = 'dne.file_added'`
    expect(log!.n).toBe(1)
  })

  it('keeps a stale worker from writing', async () => {
    await fresh()
    const { id } = await readFile(ctx, 'list', 'a@x.io\n')
    value(await startStoring(ctx, { fileId: id }))
    const place = { workspaceId: ctx.workspace.id, fileId: id }
    const late = {
      sql: ctx.sql,
      stopping: () => false,
    }
    await database.sql`update list_files set lease_until = now() + interval '1 minute' where id = ${id}`
    expect(await runListFile(late, place)).toBe('not_taken')
    expect(await standing()).toEqual([])
  })
})
