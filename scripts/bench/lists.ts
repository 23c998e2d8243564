import type { Sql } from 'postgres'
import { openSql } from '@/db/client'
import { countByCategory } from '@/db/queries/bounces/count-bounces'
import { listBounces } from '@/db/queries/bounces/list-bounces'
import { openScope } from '@/db/queries/bounces/scope'
import type { BounceSortKey } from '@/lib/analytics/bounce-sort'
import { dayOf, addDays } from '@/lib/analytics/day'
import type { BounceFilter } from '@/lib/analytics/filter'
import { requireDatabaseUrl } from '@/lib/env'

export const summary =
  'Pages of the bounce list and searches in a filled workspace: 12 pages of each filter and sort [slug; DATABASE_URL]'

const PAGES = 12
const SORTS: BounceSortKey[] = ['received', 'recipient', 'account', 'category']

/** Measures in the database of DATABASE_URL, on the bounces that are there; the last day with bounces stands for today. */
export async function run([slug]: string[]): Promise<void> {
  if (!slug) throw new Error('Give the workspace: npm run bench -- lists acme')
  const sql = openSql(requireDatabaseUrl(), 1)
  const [workspace] = await sql<{ id: string; timeZone: string }[]>`
    select id, time_zone as "timeZone" from workspaces where slug = ${slug}`
  if (!workspace) throw new Error(`There is no workspace “${slug}”.`)
  console.log(
    `filter                   n           ms: ${SORTS.map((sort) => `${sort} p50/p95`).join('  ')}  count`,
  )
  const every: number[] = []
  for (const [name, filter] of await filters(sql, workspace)) {
    const scope = await openScope(sql, workspace, filter)
    const since = performance.now()
    const n = (await countByCategory(sql, scope)).reduce((all, row) => all + row.count, 0)
    const count = performance.now() - since
    const times: string[] = []
    for (const sort of SORTS) {
      const own = await pages(sql, workspace, filter, sort)
      every.push(...own)
      times.push(`${percentile(own, 0.5)}/${percentile(own, 0.95)}`.padStart(9))
    }
    console.log(
      `${name.padEnd(20)} ${String(n).padStart(9)}  ${times.join('       ')}   ${count.toFixed(0).padStart(7)}`,
    )
  }
  console.log(`all pages: p50 ${percentile(every, 0.5)} ms, p95 ${percentile(every, 0.95)} ms`)
  await sql.end()
}

type Place = { id: string; timeZone: string }

/** Filters of every kind, made of values that occur often and seldom. */
async function filters(sql: Sql, { id, timeZone }: Place): Promise<[string, BounceFilter][]> {
  const [last] = await sql<
    { at: Date }[]
  >`select max(occurred_at) as at from bounces where workspace_id = ${id}`
  const [some] = await sql<{ recipient: string; domain: string; campaign: string; template: string }[]>`
    select recipient, domain, campaign, template_id as template from bounces where workspace_id = ${id}
    order by occurred_at desc offset 1000 limit 1`
  if (!last?.at || !some) throw new Error('There are too few bounces in this workspace.')
  const accounts = await ranked(sql, id, 'account')
  const providers = await ranked(sql, id, 'provider')
  const to = dayOf(last.at, timeZone)
  const lists = { accounts: [], categories: [], families: [], providers: [], campaigns: [], types: [] }
  const year: BounceFilter = { from: addDays(to, -364), to, ...lists }
  const month = { ...year, from: addDays(to, -29) }
  const [often, seldom] = [accounts[0] ?? '', accounts.at(-1) ?? '']
  return [
    ['year', year],
    ['month', month],
    ['account often', { ...year, accounts: [often] }],
    ['account seldom', { ...year, accounts: [seldom] }],
    ['account, month', { ...month, accounts: [often] }],
    ['category', { ...year, categories: ['invalid_recipient'] }],
    ['category and type', { ...year, categories: ['invalid_recipient'], types: ['soft'] }],
    ['account and category', { ...year, accounts: [seldom], categories: ['mail_loop'] }],
    ['family', { ...year, families: ['server'] }],
    ['hard', { ...year, types: ['hard'] }],
    ['provider seldom', { ...year, providers: [providers.at(-1) ?? ''] }],
    ['provider, account', { ...year, providers: [providers.at(-1) ?? ''], accounts: [seldom] }],
    ['campaign', { ...year, campaigns: [some.campaign] }],
    ['reply', { ...year, template: some.template }],
    ['address', { ...year, q: some.recipient }],
    ['address, 3 letters', { ...year, q: some.recipient.slice(0, 3) }],
    ['address, 8 letters', { ...year, q: some.recipient.slice(0, 8) }],
    ['domain', { ...year, q: `@${some.domain}` }],
    ['words', { ...year, q: 'mailbox full' }],
    ['no such words', { ...year, q: 'no such words at all' }],
  ]
}

async function ranked(sql: Sql, workspaceId: string, by: 'account' | 'provider'): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select ${sql(by)} as name, sum((select sum(c) from unnest(counts) c)) from ${sql(`${by}_days`)}
    where workspace_id = ${workspaceId} group by 1 order by 2 desc`
  return rows.map((row) => row.name)
}

async function pages(sql: Sql, place: Place, filter: BounceFilter, key: BounceSortKey): Promise<number[]> {
  const times: number[] = []
  let cursor = null
  for (let i = 0; i < PAGES; i++) {
    const since = performance.now()
    const scope = await openScope(sql, place, filter)
    const page = await listBounces(sql, scope, { key, direction: 'desc' }, cursor)
    times.push(performance.now() - since)
    cursor = page.next
  }
  return times
}

function percentile(times: number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0).toFixed(0)
}
