import { sampleImport } from '@/db/queries/samples/sample-import'
import { sampleCsv } from '@/db/seed/sample-csv'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { startDryRun } from '@/lib/services/imports/start-dry-run'
import { finishUpload } from '@/lib/services/uploads/finish-upload'
import { receiveUpload } from '@/lib/services/uploads/receive-upload'

export const SAMPLE_NAME = 'sample-data.csv'

/** The day's rows one after the other, with a turn for everybody else in between. */
async function* unhurried(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    yield piece
    await new Promise(setImmediate)
  }
}

/**
 * Fills a workspace with a made-up quarter: a file that goes the way of every upload, checked and imported by the worker without
 * asking. Gives the import to follow. Refused while sample data is in already.
 */
export async function loadSamples(ctx: Context, size?: number): Promise<Result<{ importId: string }>> {
  if (!mayAct(ctx.actor.role, 'admin')) return fail('forbidden', ERRORS.forbidden.text)
  if (await sampleImport(ctx.sql, ctx.workspace.id)) {
    return fail('conflict', 'Sample data is in this workspace already. Remove it before you load it again.')
  }
  const body = unhurried(sampleCsv(ctx.now, ctx.workspace.timeZone, size))
  const received = await receiveUpload(ctx, { name: SAMPLE_NAME, body, origin: 'sample' })
  if (!received.ok) return received
  const { uploadId, size: bytes, sha256 } = received.value
  const finished = await finishUpload(ctx, { uploadId, size: bytes, sha256, origin: 'sample' })
  if (!finished.ok) return finished
  const importId = finished.value.importId!
  const started = await startDryRun(ctx, { importId, auto: true })
  return started.ok ? ok({ importId }) : started
}
