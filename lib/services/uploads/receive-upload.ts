import { uploads } from '@/db/schema'
import { ERRORS } from '@/lib/errors'
import { newId } from '@/lib/id'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { ChunkWriter } from './chunk-writer'
import { discardUpload } from './discard-upload'
import { finishUpload } from './finish-upload'
import type { ReceivedUpload } from './received-upload'
import { MAX_UPLOAD_BYTES, MAX_UPLOAD_TEXT } from './limits'

export interface UploadInput {
  name: string
  /** The body; a connection that breaks makes it throw. */
  body: AsyncIterable<Uint8Array>
  /** The same for every try of one file, so that a retry gives one file; made up where the sender has none. */
  retryKey?: string | undefined
  /** What the sender announced: other bytes are a body that was cut. */
  size?: number | undefined
  sha256?: string | undefined
  origin?: 'file' | 'command' | 'sample'
}

class TooLarge extends Error {}
class CutOff extends Error {}

/**
 * Stores a file as it streams in. With the sender's hash it is compared and its import opened at once; without, the upload waits for
 * `finishUpload`. A body that is cut, too large or different from what was announced leaves nothing behind.
 */
export async function receiveUpload(
  ctx: Context,
  input: UploadInput,
  most = MAX_UPLOAD_BYTES,
): Promise<Result<ReceivedUpload>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  if (input.size !== undefined && input.size > most) return tooLarge()
  const uploadId = newId()
  await open(ctx, uploadId, input)
  const writer = new ChunkWriter(ctx.sql, { workspaceId: ctx.workspace.id, uploadId })
  try {
    for await (const piece of input.body) {
      if (writer.size + piece.length > most) throw new TooLarge()
      await writer.write(piece)
    }
    const got = await writer.end()
    if (input.size !== undefined && got.size !== input.size) throw new CutOff()
    await ctx.sql`
      update uploads set size = ${got.size}, sha256 = ${got.sha256}, text_sha256 = ${got.textSha256}, gzip = ${got.gzip}
      where workspace_id = ${ctx.workspace.id} and id = ${uploadId}`
    const { size, sha256 } = input
    if (sha256 === undefined) return ok({ uploadId, size: got.size, sha256: got.sha256, importId: null })
    return finishUpload(ctx, { uploadId, size: size ?? got.size, sha256, origin: input.origin ?? 'file' })
  } catch (error) {
    // A chunk may be on its way to the database still, and would come after what removes it.
    await writer.end().catch(() => undefined)
    await discardUpload(ctx, uploadId).catch(() => undefined)
    if (error instanceof TooLarge) return tooLarge()
    if (error instanceof CutOff)
      return fail('conflict', 'The upload broke off. Nothing was stored; send it again.')
    throw error
  }
}

function tooLarge() {
  return fail('too_large', `This file is larger than ${MAX_UPLOAD_TEXT}. Split it into several files.`)
}

async function open(ctx: Context, uploadId: string, { name, retryKey }: UploadInput): Promise<void> {
  await ctx.db.insert(uploads).values({
    workspaceId: ctx.workspace.id,
    id: uploadId,
    name: cleanName(name),
    state: 'receiving',
    retryKey: retryKey ?? newId(),
    size: 0,
    sha256: '',
    textSha256: '',
    gzip: false,
    createdBy: ctx.actor.userId,
    createdAt: ctx.now,
  })
}

/** A file name is shown and offered for download: no folders, no control or direction characters. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const shown = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  return shown.slice(0, 200) || 'file'
}
