import { readFile, rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from '../bench/data/web-visits'
import { writeBigFile } from './lab/big-file'
import { begin, toTheEnd } from './lab/import'
import type { Report, Scale } from './lab/report'
import { openLab, type Lab } from './lab/stack'

export const summary = '20 viewers during an import: how long pages take, against an idle server'

const VIEWERS = 20
const PAUSE_MS = 1000
const IDLE_MS = 30_000
const PAGES = ['', '/bounces', '/accounts']

export async function run(report: Report, { rows, seed }: Scale): Promise<void> {
  const loop = new URL('./lab/loop-delay.mjs', import.meta.url).href
  const delays = join(process.cwd(), 'node_modules', `.loop-delay-${process.pid}`)
  const lab = await openLab({ NODE_OPTIONS: `--import ${loop}`, REBOUND_FAULTS_LOOP: delays })
  try {
    await importFile(lab, rows, seed)
    const cookies = await Promise.all(Array.from({ length: VIEWERS }, () => lab.signIn()))
    await visit(lab, cookies, wait(5000))
    await loopDelay(lab, delays)
    const idle = await visit(lab, cookies, wait(IDLE_MS))
    tell(report, 'idle', idle, await loopDelay(lab, delays))
    const during = await visit(lab, cookies, importFile(lab, rows, seed + 1))
    tell(report, 'during an import', during, await loopDelay(lab, delays))
    const p95 = (visits: Visit[]) => percentile(timesOf(visits), 0.95)
    report.figure('p95 against idle (wanted 2.5)', `${(p95(during) / p95(idle)).toFixed(1)} ×`)
    const bad = [...idle, ...during].filter(({ status }) => status !== 200)
    report.check('every page is answered', bad.length === 0, bad.map(({ status }) => status).join(' '))
  } finally {
    await rm(delays, { force: true })
    await lab.close()
  }
}

interface Visit {
  page: string
  ms: number
  status: number
}

/** What viewers meet who look at page after page until `end`. */
async function visit({ stack, ctx }: Lab, cookies: string[], end: Promise<unknown>): Promise<Visit[]> {
  const over = new AbortController()
  const until = end.finally(() => over.abort())
  const visits: Visit[] = []
  const viewer = async (cookie: string, nth: number) => {
    await wait((nth * PAUSE_MS) / cookies.length)
    for (let n = nth; !over.signal.aborted; n++) {
      const page = PAGES[n % PAGES.length]!
      const since = performance.now()
      const response = await fetch(`${stack.origin}/w/${ctx.workspace.slug}${page}`, { headers: { cookie } })
      await response.text()
      visits.push({ page, ms: performance.now() - since, status: response.status })
      await wait(PAUSE_MS)
    }
  }
  await Promise.all([until, ...cookies.map(viewer)])
  return visits
}

async function importFile(lab: Lab, rows: number, seed: number): Promise<void> {
  const { path } = await writeBigFile(lab.folder, rows, seed)
  const importId = await lab.upload(path)
  await begin(lab, importId)
  const { state, failure } = await toTheEnd(lab, importId)
  if (state !== 'imported') throw new Error(failure ?? state)
}

/** How late the web process's event loop was since the last call. */
async function loopDelay(lab: Lab, file: string): Promise<{ p99: number; max: number }> {
  await rm(file, { force: true })
  process.kill(lab.pidOf('web')!, 'SIGUSR2')
  for (;;) {
    await wait(50)
    const text = await readFile(file, 'utf8').catch(() => '')
    if (text) return JSON.parse(text) as { p99: number; max: number }
  }
}

const timesOf = (visits: Visit[]) => visits.map(({ ms }) => ms)

function tell(
  report: Report,
  when: string,
  visits: Visit[],
  { p99, max }: { p99: number; max: number },
): void {
  for (const page of PAGES) {
    const times = timesOf(visits.filter((visit) => visit.page === page))
    const [p50, p95] = [0.5, 0.95].map((share) => percentile(times, share).toFixed(0))
    report.figure(
      `${when}, ${page || '/overview'}`,
      `p50 ${p50} ms, p95 ${p95} ms of ${times.length} (wanted 800)`,
    )
  }
  const late = `p99 ${p99.toFixed(0)} ms, max ${max.toFixed(0)} ms (wanted 100)`
  report.figure(`${when}, event loop late by`, `${late}; machine load ${loadavg()[0]!.toFixed(1)}`)
}
