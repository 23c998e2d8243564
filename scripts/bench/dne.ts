import { parseArgs } from 'node:util'
import { countEntries, countListed } from '@/db/queries/dne/count-entries'
import { listEntries } from '@/db/queries/dne/list-entries'
import { listedNow } from '@/db/queries/dne/listed-now'
import { NO_DNE_FILTER, type DneFilter, type DneSort } from '@/lib/dne/filter'
import type { Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { addEntries } from '@/lib/services/dne/add-entries'
import { runSteps } from '@/lib/jobs/dne/run-steps'
import { removeEntries } from '@/lib/services/dne/remove-entries'
import { undoAct } from '@/lib/services/dne/undo-act'
import { waitingRuns } from '@/lib/services/dne/runs/run'
import { benchContext, openBenchDatabase } from './data/bench-database'

export const summary =
  'the Do Not Email list: look-up, check of 100,000, add, remove and undo of 100,000, pages and searches  [--entries N] [--keep]'

const BULK = 100_000

/** Measures on a list of its own; entries are made once and stay with --keep. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { entries: { type: 'string', default: '5000000' }, keep: { type: 'boolean', default: false } },
  })
  const database = await openBenchDatabase('rebound_bench_dne', values.keep)
  try {
    const ctx = { ...(await benchContext(database, 'bench')), now: new Date() }
    await fill(ctx, Number(values.entries))
    await lookUps(ctx)
    await pages(ctx)
    await bulk(ctx)
  } finally {
    await database.close()
  }
}

/** Four fifths came with files, the rest follows from bounces: the list of a team that moved here. */
async function fill({ sql, workspace }: Context, entries: number): Promise<void> {
  const there = await countListed(sql, workspace.id, new Date())
  if (there >= entries) return
  const started = performance.now()
  for (let from = there; from < entries; from += 250_000) {
    await sql.unsafe(
      `insert into dne_reasons (workspace_id, value, reason, entry_id, scope, domain, category, until, bounce_at, source, created_at)
       select $1::uuid, 'p' || i || '.' || left(md5(i::text), 6) || '@d' || (i % 40000) || '.example',
         case when i % 5 = 0 then 'bounce' when i % 50 = 1 then 'complaint' else 'imported' end, md5('entry ' || i)::uuid,
         'address', 'd' || (i % 40000) || '.example', case when i % 5 = 0 then 'invalid_recipient' else '' end, null, null,
         case when i % 5 = 0 then 'bounce' else 'file' end, date_trunc('second', now()) - i * interval '6 seconds'
       from generate_series($2::int, $3::int) i`,
      [workspace.id, from + 1, Math.min(from + 250_000, entries)],
    )
  }
  await sql`
    insert into dne_counts (workspace_id, for_good) values (${workspace.id}, ${entries})
    on conflict (workspace_id) do update set for_good = excluded.for_good`
  await sql`vacuum analyze dne_reasons`
  console.log(`${entries.toLocaleString('en')} entries made in ${seconds(performance.now() - started)}`)
}

async function lookUps({ sql, workspace, now }: Context): Promise<void> {
  const listed = await sql<{ value: string }[]>`
    select value from dne_reasons where workspace_id = ${workspace.id} order by entry_id limit 1000`
  await measure('look-up of one address', 200, (i) => listedNow(sql, workspace.id, [listed[i]!.value], now))
  const contacts = Array.from({ length: BULK }, (_, i) =>
    i % 100 === 0 ? listed[i / 100]!.value : `new${i}@d${i % 5000}.test`,
  )
  await measure('check of 100,000 contacts', 3, async () => {
    const found = await listedNow(sql, workspace.id, contacts, now)
    if (found.size !== BULK / 100) throw new Error(`Found ${found.size}.`)
  })
}

async function pages({ sql, workspace, now }: Context): Promise<void> {
  const page = async (filter: DneFilter, key: DneSort['key']) => {
    let cursor = null
    for (let i = 0; i < 3; i++) {
      const found = await listEntries(sql, workspace, {
        filter,
        sort: { key, direction: 'desc' },
        cursor,
        now,
      })
      cursor = found.next
      if (!cursor) return
    }
  }
  const filters: [string, Partial<DneFilter>][] = [
    ['everything', {}],
    ['complaints', { reasons: ['complaint'] }],
    ['from bounces', { sources: ['bounce'] }],
    ['holds', { expiring: 'holds' }],
    ['an address', { q: 'p77.1234@d77.example' }],
    ['a domain', { q: '@d777.example' }],
    ['a part, rare', { q: '31337' }],
    ['a part, common', { q: 'example' }],
  ]
  for (const [name, part] of filters) {
    const filter = { ...NO_DNE_FILTER, ...part }
    await measure(`three pages: ${name}`, 5, () => page(filter, 'added'))
    await measure(`count: ${name}`, 3, () => countEntries(sql, workspace, filter, now))
  }
  await measure('three pages by value', 5, () => page(NO_DNE_FILTER, 'value'))
}

async function bulk(ctx: Context): Promise<void> {
  const entries = Array.from({ length: BULK }, (_, i) => `Bulk${i}@Team${i % 900}.test`)
  const at = () => ({ ...ctx, now: new Date() })
  const added = await timed('add of 100,000', () => addEntries(at(), { entries, reason: 'manual' }))
  const filter = { ...NO_DNE_FILTER, sources: ['person'] }
  const removed = await timed('remove of 100,000 by filter', () =>
    withWorker(ctx, () => removeEntries(at(), { select: { filter }, why: 'bench' })),
  )
  await timed('undo of the removal', () => withWorker(ctx, () => undoAct(at(), { actId: removed.actId! })))
  await timed('undo of the addition', () => withWorker(ctx, () => undoAct(at(), { actId: added.actId! })))
}

/** What the request does, and what it leaves to the worker. */
async function withWorker<T>({ sql }: Context, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const started = performance.now()
  const result = await work()
  const runs = await waitingRuns(sql, 10)
  if (runs.length > 0) console.log(`  the request alone ${seconds(performance.now() - started)}`)
  for (const place of runs) await runSteps({ sql }, place)
  return result
}

async function timed<T>(what: string, work: () => Promise<Result<T>>): Promise<T> {
  const started = performance.now()
  const result = await work()
  if (!result.ok) throw new Error(result.error.message)
  console.log(`${what.padEnd(32)} ${seconds(performance.now() - started)}`)
  return result.value
}

async function measure(what: string, times: number, work: (i: number) => Promise<unknown>): Promise<void> {
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const started = performance.now()
    await work(i)
    took.push(performance.now() - started)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) =>
    took[Math.min(took.length - 1, Math.floor(share * took.length))]!.toFixed(1).padStart(8)
  console.log(`${what.padEnd(32)} median ${at(0.5)} ms   slowest ${at(1)} ms`)
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2).padStart(7)} s`
