import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openSql } from '@/db/client'
import { dayOf } from '@/lib/analytics/day'
import { runImport } from '@/lib/jobs/imports/run-import'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { MAX_UPLOAD_BYTES, MAX_UPLOAD_TEXT } from '@/lib/services/uploads/limits'
import { receiveUpload } from '@/lib/services/uploads/receive-upload'
import { cancelImport } from './cancel-import'
import { getImport } from './get-import'
import { saveSettings } from './save-settings'
import { startDryRun } from './start-dry-run'
import type { ImportDetails } from './views'

export interface ImportFileInput {
  path: string
  databaseUrl: string
  /** Counts only; nothing is stored, the file is not kept. */
  dryRun?: boolean
  account?: string | undefined
  timeZone?: string | undefined
  dayOrder?: 'day_first' | 'month_first' | undefined
  day?: string | undefined
  onProgress?: (details: ImportDetails) => void
}

const LOOK_MS = 500

/** Imports a file of this machine the way an upload goes, and waits for the end; gives the import with its counts. */
export async function importFile(ctx: Context, input: ImportFileInput): Promise<Result<ImportDetails>> {
  const { size } = await stat(input.path)
  if (size > MAX_UPLOAD_BYTES)
    return fail('too_large', `${basename(input.path)} is larger than ${MAX_UPLOAD_TEXT}.`)
  const hash = createHash('sha256')
  for await (const piece of createReadStream(input.path)) hash.update(piece as Buffer)
  const received = await receiveUpload(ctx, {
    name: basename(input.path),
    body: createReadStream(input.path),
    size,
    sha256: hash.digest('hex'),
    origin: 'command',
  })
  if (!received.ok) return received
  const importId = received.value.importId!
  const settled = await settle(ctx, importId, input)
  if (!settled.ok) return settled
  const started = await startDryRun(ctx, { importId, auto: input.dryRun !== true })
  if (!started.ok) return started
  return workToTheEnd(ctx, importId, input)
}

/** What the command says of the file; rows without a time stand under today where it says nothing. */
async function settle(ctx: Context, importId: string, input: ImportFileInput): Promise<Result<unknown>> {
  const found = await getImport(ctx, { importId })
  if (!found.ok) return found
  const { settings, questions } = found.value
  const needsDay = questions.some((question) => question.field === 'day')
  const day = needsDay ? (input.day ?? settings.day ?? dayOf(ctx.now, settings.timeZone)) : undefined
  const { account, timeZone, dayOrder } = input
  if (day === undefined && account === undefined && timeZone === undefined && dayOrder === undefined)
    return ok(null)
  return saveSettings(ctx, {
    importId,
    ...(day === undefined ? {} : { day }),
    ...(account === undefined ? {} : { account }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(dayOrder === undefined ? {} : { dayOrder }),
  })
}

/** Works on it here, or watches where a worker was first. */
async function workToTheEnd(
  ctx: Context,
  importId: string,
  input: ImportFileInput,
): Promise<Result<ImportDetails>> {
  const sql = openSql(input.databaseUrl, 5)
  const place = { workspaceId: ctx.workspace.id, importId }
  try {
    const watch = input.onProgress && setInterval(() => void tell(ctx, importId, input), LOOK_MS)
    while (true) {
      const end = await runImport({ sql }, place).finally(() => clearInterval(watch))
      const details = await getImport(ctx, { importId })
      if (!details.ok) return details
      const { state, failure } = details.value
      if (state === 'failed') return fail('precondition_failed', failure ?? 'The import failed.')
      if (state === 'staged') await cancelImport(ctx, { importId })
      if (state !== 'staging' && state !== 'importing') return details
      if (end === 'not_taken') await sleep(LOOK_MS)
    }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function tell(ctx: Context, importId: string, { onProgress }: ImportFileInput): Promise<void> {
  const details = await getImport(ctx, { importId })
  if (details.ok) onProgress?.(details.value)
}
