import { createHash } from 'node:crypto'
import { openSql } from '@/db/client'
import type { TestDatabase } from '@/db/testing'
import type { ImportCounts } from '@/lib/ingest/counts'
import { runImport } from '@/lib/jobs/imports/run-import'
import type { Deps } from '@/lib/jobs/imports/work'
import type { Context } from '@/lib/services/context'
import { receiveUpload } from '@/lib/services/uploads/receive-upload'
import { value } from '@/lib/services/testing/value'
import { getImport } from '../get-import'
import { startDryRun } from '../start-dry-run'
import { startImport } from '../start-import'
import type { ImportDetails } from '../views'

/** One line of a test file; equal objects are equal rows. */
export interface Line {
  recipient: string
  diagnostic: string
  account?: string
  campaign?: string
  /** Seconds after the start of 2026. */
  at?: number
}

const REPLIES = [
  '550 5.1.1 User unknown',
  '552 5.2.2 Mailbox full',
  '554 5.7.1 Relay access denied',
  '451 4.4.0 Temporary server error',
  '554 5.7.1 Rejected: IP address is blacklisted',
]

/** The n-th of endless different lines, spread over days, accounts, providers and categories. */
export function line(n: number): Line {
  return {
    recipient: `person${n}@${['gmail.com', 'outlook.com', `firm${n % 7}.example`][n % 3]}`,
    diagnostic: `${REPLIES[n % REPLIES.length]} (${n % 11})`,
    account: `sender${n % 4}@acme.example`,
    campaign: `Campaign ${n % 5}`,
    at: (n * 1_801) % 25_000_000,
  }
}

export const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => line(from + i))

/** A CSV of those lines. */
export function csv(rows: readonly Line[]): string {
  const cells = rows.map(({ recipient, diagnostic, account = '', campaign = '', at = 0 }) => {
    const time = new Date((1_767_225_600 + at) * 1000).toISOString()
    return [recipient, `"${diagnostic}"`, account, campaign, time].join(',')
  })
  return ['email,diagnostic,sending account,campaign,occurred at', ...cells, ''].join('\n')
}

export async function* pieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Uploads a file as a browser does; gives the id of its import. */
export async function upload(
  ctx: Context,
  content: string | Uint8Array,
  name = 'bounces.csv',
): Promise<string> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const received = value(await receiveUpload(ctx, { name, body: pieces(bytes), size: bytes.length, sha256 }))
  return received.importId!
}

/** Works like a worker on one import until it is settled or waits. */
export async function work(deps: Deps, ctx: Context, importId: string): Promise<void> {
  while ((await runImport(deps, { workspaceId: ctx.workspace.id, importId })) === 'open');
}

/** Uploads, checks and imports a file; gives the import at its end. */
export async function importAll(
  deps: Deps,
  ctx: Context,
  content: string | Uint8Array,
): Promise<ImportDetails> {
  const importId = await upload(ctx, content)
  value(await startDryRun(ctx, { importId }))
  await work(deps, ctx, importId)
  value(await startImport(ctx, { importId }))
  await work(deps, ctx, importId)
  return value(await getImport(ctx, { importId }))
}

/** The counts of an import that must have some. */
export function countsIn(details: ImportDetails): ImportCounts {
  if (!details.counts) throw new Error(`no counts in state ${details.state}: ${details.failure}`)
  return details.counts
}

/** A pool like a worker's. */
export function openWorker(database: TestDatabase): Deps {
  return { sql: openSql(database.url, 8) }
}
