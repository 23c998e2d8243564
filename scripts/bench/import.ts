import { createReadStream } from 'node:fs'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { countsAddUp, type ImportCounts } from '@/lib/ingest/counts'
import type { Context } from '@/lib/services/context'
import { importFile } from '@/lib/services/imports/import-file'
import { verifyWorkspace } from '@/lib/services/imports/verify-workspace'
import { benchContext, openBenchDatabase, type BenchDatabase } from './data/bench-database'
import { writeBenchFile } from './data/bench-file'

export const summary =
  'import end to end against a plain COPY of the same rows  [--rows N] [--seed N] [--shuffled] [--keep]'

/** Measures one import of a generated file, and the same file again. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '20261123' },
      shuffled: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  })
  const rows = Number(values.rows)
  const folder = await mkdtemp(join(tmpdir(), 'rebound-bench-'))
  const database = await openBenchDatabase('rebound_bench_import', values.keep)
  try {
    const path = join(folder, 'bounces.csv')
    const bytes = await writeBenchFile({ path, rows, seed: Number(values.seed), shuffled: values.shuffled })
    console.log(
      `${rows} rows, ${Math.round(bytes / rows)} bytes each, seed ${values.seed}${values.shuffled ? ', shuffled' : ''}`,
    )
    await measure(database, path, rows)
  } finally {
    await database.close()
    await rm(folder, { recursive: true })
  }
}

async function measure(database: BenchDatabase, path: string, rows: number): Promise<void> {
  const copies = [await plainCopy(database, path), await plainCopy(database, path)]
  const copy = Math.min(...copies)
  console.log(`plain COPY, unlogged, no index   ${seconds(copy)}   ${rate(rows, copy)}`)
  const ctx = await benchContext(database, 'bench')
  const first = await timed('import', database, ctx, path)
  console.log(
    `                                 ${((copy / first) * 100).toFixed(1)} % of plain COPY (wanted 8, aim 12)`,
  )
  const again = await timed('the same file again', database, ctx, path)
  console.log(`                                 ${(first / again).toFixed(1)} × faster (wanted 2)`)
  const started = performance.now()
  const problems = await verifyWorkspace(database.sql, ctx.workspace)
  console.log(
    `verify                           ${seconds(performance.now() - started)}   ${problems.join(' ') || 'exact'}`,
  )
  console.log(`peak memory of this process      ${peakMemory()} MB (wanted 400 with the web process)`)
}

async function plainCopy({ sql }: BenchDatabase, path: string): Promise<number> {
  await sql`drop table if exists bench_copy`
  await sql`create unlogged table bench_copy (email text, reason text, code text, account text, campaign text, at timestamptz)`
  const started = performance.now()
  const stream = await sql`copy bench_copy from stdin with (format csv, header)`.writable()
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), stream)
  const took = performance.now() - started
  await sql`drop table bench_copy`
  return took
}

async function timed(what: string, { url }: BenchDatabase, ctx: Context, path: string): Promise<number> {
  const phases = new Map<string, number>()
  let last = performance.now()
  const started = last
  const result = await importFile(
    { ...ctx, now: new Date() },
    {
      path,
      databaseUrl: url,
      onProgress: ({ progress, state }) => {
        const now = performance.now()
        const phase = progress?.phase ?? state
        phases.set(phase, (phases.get(phase) ?? 0) + now - last)
        last = now
      },
    },
  )
  const took = performance.now() - started
  if (!result.ok) throw new Error(result.error.message)
  const counts = result.value.counts as ImportCounts
  if (!countsAddUp(counts)) throw new Error('The counts do not add up.')
  console.log(
    `${what.padEnd(32)} ${seconds(took)}   ${rate(counts.rows, took)}   ${counts.new} new, ${counts.known} known`,
  )
  for (const [phase, ms] of phases) console.log(`    ${phase.padEnd(28)} ${seconds(ms)}`)
  return took
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2).padStart(7)} s`
const rate = (rows: number, ms: number) =>
  `${Math.round(rows / (ms / 1000))
    .toString()
    .padStart(8)} rows/s`

function peakMemory(): number {
  const status = readFileSync('/proc/self/status', 'utf8')
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
