import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Sql } from 'postgres'
import { cellsByAccount, cellsByProvider } from '@/db/queries/analytics/by-account'
import { dailyCells } from '@/db/queries/analytics/daily'
import { recipientsAffected } from '@/db/queries/analytics/recipients-affected'
import { sidebarCounts } from '@/db/queries/analytics/sidebar-counts'
import { topReplies } from '@/db/queries/analytics/top-replies'
import { listBounces } from '@/db/queries/bounces/list-bounces'
import { openScope } from '@/db/queries/bounces/scope'
import { allIn, type BounceFilter } from '@/lib/analytics/filter'
import { importFile } from '@/lib/services/imports/import-file'
import { benchContext, openBenchDatabase, type BenchDatabase } from './data/bench-database'
import { writeBenchFile } from './data/bench-file'
import { grow } from './data/grow'

export const summary =
  'chart, list and search queries at two sizes  [--small 1000000] [--large 10000000] [--runs 40] [--keep]'

type Place = { id: string; timeZone: string }
type Timings = Map<string, number>

/** Times each query at two sizes of one workspace; cached figures are thrown away before each run. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      small: { type: 'string', default: '1000000' },
      large: { type: 'string', default: '10000000' },
      runs: { type: 'string', default: '40' },
      keep: { type: 'boolean', default: false },
    },
  })
  const [small, large, runs] = [Number(values.small), Number(values.large), Number(values.runs)]
  const database = await openBenchDatabase(`rebound_bench_charts_${large}`, values.keep)
  try {
    const place = await fill(database, small)
    const before = await measure(database.sql, place, runs)
    const [count] = await database.sql<{ n: number }[]>`select count(*)::int as n from bounces`
    if (count!.n < large) await grow(database.sql, place, Math.round(large / small))
    const after = await measure(database.sql, place, runs)
    console.log(`p95 in ms${''.padEnd(37)} ${String(small).padStart(9)} ${String(large).padStart(9)}   ratio`)
    for (const [name, ms] of after) {
      const first = before.get(name) ?? 0
      const ratio = (ms / first).toFixed(2)
      console.log(
        `${name.padEnd(46)} ${first.toFixed(1).padStart(9)} ${ms.toFixed(1).padStart(9)}   ${ratio}`,
      )
    }
  } finally {
    await database.close()
  }
}

async function fill(database: BenchDatabase, rows: number): Promise<Place> {
  const ctx = await benchContext(database, 'bench')
  const [some] = await database.sql`select 1 from bounces where workspace_id = ${ctx.workspace.id} limit 1`
  if (some) return ctx.workspace
  const folder = await mkdtemp(join(tmpdir(), 'rebound-bench-'))
  const path = join(folder, 'bounces.csv')
  await writeBenchFile({ path, rows, seed: 20261123 })
  const result = await importFile(ctx, { path, databaseUrl: database.url })
  if (!result.ok) throw new Error(result.error.message)
  await rm(folder, { recursive: true })
  await database.sql`vacuum analyze`
  return ctx.workspace
}

async function measure(sql: Sql, place: Place, runs: number): Promise<Timings> {
  const timings: Timings = new Map()
  for (const [name, query] of await queries(sql, place)) {
    const own: number[] = []
    for (let i = 0; i < runs; i++) {
      await sql`delete from cached_figures where workspace_id = ${place.id}`
      const started = performance.now()
      await query()
      own.push(performance.now() - started)
    }
    own.sort((a, b) => a - b)
    timings.set(name, own[Math.ceil(own.length * 0.95) - 1]!)
  }
  return timings
}

async function queries(sql: Sql, place: Place): Promise<[string, () => Promise<unknown>][]> {
  const [some] = await sql<
    { account: string; campaign: string; recipient: string; domain: string; template: string }[]
  >`
    select account, campaign, recipient, domain, template_id as template from bounces
    where workspace_id = ${place.id} order by occurred_at desc offset 1000 limit 1`
  const base = (days: number) =>
    allIn({
      from: new Date(Date.UTC(2026, 10, 20 - days + 1)).toISOString().slice(0, 10),
      to: '2026-11-20',
    })
  const filters: [string, BounceFilter][] = [
    ['30 days', base(30)],
    ['365 days', base(365)],
    ['30 days, an account', { ...base(30), accounts: [some!.account] }],
    [
      '365 days, an account and a provider',
      { ...base(365), accounts: [some!.account], providers: ['google'] },
    ],
    ['30 days, a campaign', { ...base(30), campaigns: [some!.campaign] }],
    ['30 days, a reply', { ...base(30), template: some!.template }],
  ]
  const list = async (filter: BounceFilter) => {
    const scope = await openScope(sql, place, filter)
    return listBounces(sql, scope, { key: 'received', direction: 'desc' })
  }
  return [
    ...filters.flatMap(([name, filter]): [string, () => Promise<unknown>][] => [
      [`bounces a day, ${name}`, () => dailyCells(sql, place, filter, filter)],
      [`by account, ${name}`, () => cellsByAccount(sql, place, filter)],
      [`by provider, ${name}`, () => cellsByProvider(sql, place, filter)],
      [`top replies, ${name}`, () => topReplies(sql, place, filter)],
    ]),
    ['recipients affected, 30 days', () => recipientsAffected(sql, place, base(30))],
    ['sidebar', () => sidebarCounts(sql, place.id, base(30))],
    ['search an address', () => list({ ...base(365), q: some!.recipient })],
    ['search the start of an address', () => list({ ...base(365), q: some!.recipient.slice(0, 8) })],
    ['search a domain', () => list({ ...base(365), q: `@${some!.domain}` })],
  ]
}
