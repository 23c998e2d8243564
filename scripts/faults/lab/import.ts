import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { childEnv } from '@/lib/env'
import { isAway } from '@/lib/away'
import { countsAddUp, type ImportCounts } from '@/lib/ingest/counts'
import { startDryRun } from '@/lib/services/imports/start-dry-run'
import { startImport } from '@/lib/services/imports/start-import'
import { value } from '@/lib/services/testing/value'
import type { Manifest } from './big-file'
import { seconds, type Report } from './report'
import type { Lab } from './stack'

/** Where an import is. */
export interface Place {
  state: string
  fence: number
  /** Whether a worker holds it. */
  held: boolean
  /** Phases done, and the share of the present one: 0–1 reading, 1–2 checking, 2–3 storing, 3 done. */
  at: number
  /** Rows stored for good. */
  stored: number
  counts: ImportCounts | null
  failure: string | null
}

const PHASES = ['reading', 'checking', 'storing']
const ANSWER_MS = 5000

/** Looks where an import is; null while the database is away. */
export async function look({ sql, ctx }: Lab, importId: string): Promise<Place | null> {
  const asked = sql<(Omit<Place, 'at'> & { phase: string; share: number | null })[]>`
    select state, fence, coalesce(lease_until > now(), false) as held, counts, failure, checkpoint->>'phase' as phase,
      case when progress->>'phase' = checkpoint->>'phase'
        then (progress->>'done')::float8 / greatest((progress->>'total')::float8, 1) end as share,
      (select coalesce(sum((l.checkpoint->>'done')::int), 0)::int from import_lanes l
        where l.workspace_id = i.workspace_id and l.import_id = i.id) as stored
    from imports i where workspace_id = ${ctx.workspace.id} and id = ${importId}`
  const late = wait(ANSWER_MS, null, { ref: false })
  const rows = await Promise.race([asked, late]).catch((error: unknown) => {
    if (!isAway(error)) throw error
    return null
  })
  const row = rows?.[0]
  if (!row) return null
  const { phase, share, ...place } = row
  const done = ['imported', 'failed'].includes(place.state)
  const at = done ? 3 : place.state === 'staged' ? 2 : PHASES.indexOf(phase) + Math.min(share ?? 0, 0.999)
  return { ...place, at }
}

/** Begins the dry run of an upload. */
export async function begin({ ctx }: Lab, importId: string): Promise<void> {
  value(await startDryRun(ctx, { importId }))
}

/** Stores what a dry run found, where one waits for that. */
export async function goOn({ ctx }: Lab, importId: string, place: Place): Promise<void> {
  if (place.state !== 'staged') return
  const started = await startImport(ctx, { importId }).catch((error: unknown) => {
    if (!isAway(error)) throw error
    return null
  })
  if (started) value(started)
}

/** Goes on until the import is settled. */
export async function toTheEnd(lab: Lab, importId: string, patienceMs = 20 * 60_000): Promise<Place> {
  for (const end = performance.now() + patienceMs; performance.now() < end; await wait(200)) {
    const place = await look(lab, importId)
    if (place?.at === 3) return place
    if (place) await goOn(lab, importId, place)
  }
  throw new Error('The import did not end in time.')
}

/** One import of the whole file of the manifest: its counts, and what is stored. */
export async function checkStored(
  report: Report,
  lab: Lab,
  { counts, state, failure }: Place,
  manifest: Manifest,
): Promise<void> {
  report.check('the import ends as imported', state === 'imported', failure ?? state)
  const told = counts && `${counts.rows} rows, ${counts.new} new, ${counts.known} known`
  const exact =
    counts !== null && countsAddUp(counts) && counts.rows === manifest.rows && counts.new === manifest.rows
  report.check('its counts are those of the manifest', exact, told)
  await checkData(report, lab, manifest)
}

/** Compares what is stored with what the generator wrote, and lets `verify` recount the rest. */
export async function checkData(report: Report, lab: Lab, manifest: Manifest): Promise<void> {
  await checkBounces(report, lab, manifest)
  const since = performance.now()
  const { code, said } = await verify(lab)
  report.check('verify finds nothing', code === 0, said.trim())
  report.figure('verify took', seconds(performance.now() - since))
}

/** Every stored row, and every row counted by account and day, against a manifest. */
async function checkBounces(report: Report, { sql, ctx }: Lab, manifest: Manifest): Promise<void> {
  const [stored] = await sql<{ rows: number; digest: string }[]>`
    select count(*)::int as rows, coalesce(sum(('x' || substr(md5(concat_ws('|', recipient, diagnostic, account, campaign,
      extract(epoch from occurred_at)::bigint)), 1, 12))::bit(48)::bigint), 0)::text as digest
    from bounces where workspace_id = ${ctx.workspace.id}`
  report.check(
    'as many bounces as in the manifest',
    stored!.rows === manifest.rows,
    `${stored!.rows} of ${manifest.rows}`,
  )
  report.check('each with its own text, time and account', BigInt(stored!.digest) === manifest.digest)
  const days = await sql<{ key: string; n: number }[]>`
    select account || ' ' || day::text as key, (select sum(n)::int from unnest(counts) n) as n
    from account_days where workspace_id = ${ctx.workspace.id}`
  const held = new Map(days.filter(({ n }) => n > 0).map(({ key, n }) => [key, n]))
  const wrong = [...manifest.accountDays].filter(([key, n]) => held.get(key) !== n).length
  report.check(
    'the charts count them by account and day',
    wrong === 0 && held.size === manifest.accountDays.size,
    `${wrong} of ${held.size} wrong`,
  )
}

/** The command `verify` on the lab's data. */
async function verify({ stack }: Lab): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/rebound.ts', 'verify'], {
    env: childEnv({ REBOUND_DATA_DIR: stack.folder, DATABASE_URL: '' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (said += piece.toString()))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, said }
}
