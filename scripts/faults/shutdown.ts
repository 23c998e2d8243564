import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { childEnv } from '@/lib/env'
import { randomFrom } from '@/lib/resubmit/random'
import { writeBigFile } from './lab/big-file'
import { begin, checkStored, goOn, look, toTheEnd } from './lab/import'
import { memory } from './lab/processes'
import { seconds, type Report, type Scale } from './lab/report'
import { openLab, type Lab } from './lab/stack'

export const summary = 'SIGTERM in an import, two on one data folder, and what is left over after a minute'

const STOPS = 5
const STOP_MS = 25_000
const IDLE_MS = 60_000

export async function run(report: Report, { rows, seed }: Scale): Promise<void> {
  const lab = await openLab()
  try {
    twoOnOneFolder(report, lab)
    const { path, manifest } = await writeBigFile(lab.folder, rows, seed)
    const importId = await lab.upload(path)
    await begin(lab, importId)
    const random = randomFrom(String(seed))
    const moments = Array.from({ length: STOPS }, () => random() * 2.95).sort((a, b) => a - b)
    for (const moment of moments) {
      await reach(lab, importId, moment)
      await stop(report, lab, moment)
      await lab.startAgain()
    }
    const end = await toTheEnd(lab, importId)
    await checkStored(report, lab, end, manifest)
    await wait(IDLE_MS)
    await leftOver(report, lab)
  } finally {
    await lab.close()
  }
}

async function reach(lab: Lab, importId: string, moment: number): Promise<void> {
  for (;;) {
    const place = await look(lab, importId)
    if (place) await goOn(lab, importId, place)
    if (place && place.at >= moment) return
    await wait(20)
  }
}

async function stop(report: Report, { stack }: Lab, moment: number): Promise<void> {
  const since = performance.now()
  stack.process.kill('SIGTERM')
  await once(stack.process, 'exit')
  const took = performance.now() - since
  const { exitCode } = stack.process
  report.check(
    `SIGTERM at ${moment.toFixed(2)} ends with 0 within 25 s`,
    exitCode === 0 && took <= STOP_MS,
    `${exitCode} after ${seconds(took)}`,
  )
}

function twoOnOneFolder(report: Report, { stack }: Lab): void {
  const { port } = new URL(stack.origin)
  for (const [which, PORT, expected] of [
    ['the same port', port, 0],
    ['another port', String(Number(port) + 1), 1],
  ] as const) {
    const env = childEnv({ PORT, DATABASE_URL: '', REBOUND_DATA_DIR: stack.folder, HOST: '127.0.0.1' })
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], {
      env,
      encoding: 'utf8',
      timeout: 30_000,
    })
    const said = stdout + stderr
    const names = said.includes('already runs on this data folder') && said.includes(`:${port} (process `)
    const refused = status === expected && names
    report.check(`a second one on ${which} refuses and says why`, refused, said.trim().split('\n')[0])
  }
}

async function leftOver(report: Report, lab: Lab): Promise<void> {
  const { sql, stack } = lab
  const [row] = await sql<Record<'tables' | 'rows' | 'chunks' | 'open' | 'locks' | 'connections', number>[]>`
    select (select count(*)::int from pg_class where relname ~ '^import_stage_' and relkind = 'r') as tables,
      (select count(*)::int from import_stages) + (select count(*)::int from import_lanes) as rows,
      (select count(*)::int from upload_chunks) as chunks,
      (select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and xact_start < now() - interval '5 seconds') as open,
      (select count(*)::int from pg_locks where locktype = 'advisory') as locks,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections`
  report.check('no table of an import is left', row!.tables === 0, row!.tables)
  report.check('no row of its work is left', row!.rows === 0, row!.rows)
  report.check('no piece of its file is left', row!.chunks === 0, row!.chunks)
  report.check('no transaction is open', row!.open === 0, row!.open)
  report.check('no lock is held', row!.locks === 0, row!.locks)
  const spilled = await readdir(join(stack.folder, 'postgres', 'base', 'pgsql_tmp')).catch(() => [])
  report.check('no temporary file of the database is left', spilled.length === 0, spilled.length)
  const files = (await readdir(stack.folder)).sort().join(' ')
  report.figure('the data folder holds', files)
  report.figure('connections', row!.connections)
  report.figure(
    'memory of web process and worker',
    `${memory(lab.pidOf('web')!)} and ${memory(lab.pidOf('worker')!)} MB`,
  )
}
