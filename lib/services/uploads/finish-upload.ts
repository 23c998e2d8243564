import { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { createImport } from '@/lib/services/imports/create-import'
import { discardUpload } from './discard-upload'
import type { ReceivedUpload } from './received-upload'

export const finishUploadInput = z.strictObject({
  uploadId: z.uuid(),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex'),
})

type Input = z.output<typeof finishUploadInput> & { origin?: 'file' | 'command' | 'sample' }

interface Row {
  name: string
  state: string
  size: number
  sha256: string
  retryKey: string
}

/**
 * Compares what arrived with what the sender read; only then is the file received, and its import opened. Different bytes are
 * discarded. Called again, or for another try of the same file, it gives the import that is there.
 */
export async function finishUpload(ctx: Context, input: Input): Promise<Result<ReceivedUpload>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const { uploadId } = input
  const upload = await load(ctx, uploadId)
  if (!upload) return fail('not_found', 'This upload is gone. Send the file again.')
  const value = { uploadId, size: upload.size, sha256: upload.sha256 }
  if (upload.sha256 !== input.sha256 || upload.size !== input.size) {
    await discardUpload(ctx, uploadId)
    return fail(
      'conflict',
      'The file changed on its way or while it was read. Nothing was stored; send it again.',
    )
  }
  const before = await receivedBefore(ctx, upload)
  if (before) {
    await discardUpload(ctx, uploadId)
    return ok({ ...value, ...before })
  }
  const importId = await createImport(ctx, {
    uploadId,
    retryKey: upload.retryKey,
    origin: input.origin ?? 'file',
  })
  return ok({ ...value, ...importId })
}

async function load({ sql, workspace }: Context, uploadId: string): Promise<Row | undefined> {
  const [row] = await sql<Row[]>`
    select name, state, size::float8 as size, sha256, retry_key as "retryKey" from uploads
    where workspace_id = ${workspace.id} and id = ${uploadId} and sha256 <> ''`
  return row
}

async function receivedBefore({ sql, workspace }: Context, { retryKey, sha256 }: Row) {
  const [row] = await sql<{ uploadId: string; importId: string }[]>`
    select u.id as "uploadId", i.id as "importId" from uploads u
    join imports i on i.workspace_id = u.workspace_id and i.upload_id = u.id
    where u.workspace_id = ${workspace.id} and u.retry_key = ${retryKey} and u.sha256 = ${sha256} and u.state = 'received'
    order by i.created_at limit 1`
  return row ?? null
}
