import { createHash } from 'node:crypto'
import type { Download } from '@/lib/download'
import { runListFile } from '@/lib/jobs/lists/run-file'
import type { Context } from '@/lib/services/context'
import { receiveUpload } from '@/lib/services/uploads/receive-upload'
import { value } from '@/lib/services/testing/value'
import { loadFileRow, type FileRow } from '../file-row'
import { openFile } from '../open-file'

/** Uploads a file and opens it; gives its id, not yet read. */
export async function sendFile(
  ctx: Context,
  purpose: 'list' | 'check',
  content: string | Uint8Array,
  name = 'list.csv',
): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  async function* body() {
    yield bytes
  }
  const { uploadId } = value(await receiveUpload(ctx, { name, body: body() }))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return value(await openFile(ctx, { uploadId, size: bytes.length, sha256, purpose })).fileId
}

/** Lets a worker do all there is to do with a file; gives the file as it then is. */
export async function workOn(ctx: Context, fileId: string): Promise<FileRow> {
  while ((await runListFile({ sql: ctx.sql }, { workspaceId: ctx.workspace.id, fileId })) === 'open');
  const file = await loadFileRow(ctx.sql, ctx.workspace.id, fileId)
  if (!file) throw new Error('The file is gone.')
  return file
}

/** Sends a file and has it read. */
export async function readFile(
  ctx: Context,
  purpose: 'list' | 'check',
  content: string | Uint8Array,
  name?: string,
): Promise<FileRow> {
  return workOn(ctx, await sendFile(ctx, purpose, content, name))
}

/** All text of a download. */
export async function textOf(content: Download['content']): Promise<string> {
  let text = ''
  for await (const piece of content) text += piece
  return text
}
