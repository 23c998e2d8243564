import { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { newId } from '@/lib/id'
import { FIRST_CHOICES } from '@/lib/ingest/lists/counts'
import { detectList } from '@/lib/ingest/lists/detect'
import { tellWork } from '@/lib/jobs/wake'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { discardUpload } from '@/lib/services/uploads/discard-upload'
import { headOf } from '@/lib/services/uploads/head'

export const openFileInput = z.strictObject({
  uploadId: z.guid(),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex'),
  purpose: z.enum(['list', 'check']),
})

interface Upload {
  name: string
  size: number
  sha256: string
  gzip: boolean
}

const KEPT_DAYS = { list: 7, check: 1 }
const DAY = 86_400_000
const PACKED = 'This gzip file is damaged. Pack it again, or upload the list inside.'

/**
 * Makes a file of addresses of an upload that came whole, and has it read. A file that is no list is kept as failed, with its
 * sentence; called again for the same upload it gives the same file.
 */
export async function openFile(
  ctx: Context,
  input: z.output<typeof openFileInput>,
): Promise<Result<{ fileId: string }>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const { uploadId, purpose } = input
  const [upload] = await ctx.sql<Upload[]>`
    select name, size::float8 as size, sha256, gzip from uploads
    where workspace_id = ${ctx.workspace.id} and id = ${uploadId} and sha256 <> ''`
  if (!upload) return fail('not_found', 'This upload is gone. Send the file again.')
  if (upload.sha256 !== input.sha256 || upload.size !== input.size) {
    await discardUpload(ctx, uploadId)
    return fail(
      'conflict',
      'The file changed on its way or while it was read. Nothing was stored; send it again.',
    )
  }
  const head = await headOf(ctx.sql, { workspaceId: ctx.workspace.id, uploadId, ...upload })
  const found = head ? detectList(head.bytes, head.whole) : { ok: false as const, message: PACKED }
  const fileId = newId(ctx.now.getTime())
  const expiresAt = new Date(ctx.now.getTime() + KEPT_DAYS[purpose] * DAY)
  return ctx.sql.begin(async (tx) => {
    const taken = await tx`
      update uploads set state = 'received'
      where workspace_id = ${ctx.workspace.id} and id = ${uploadId} and state = 'receiving'`
    if (taken.count === 0) return alreadyOpen(tx, ctx, uploadId)
    await tx`
      insert into list_files (workspace_id, id, upload_id, purpose, state, name, settings, choices, failure, created_by, created_at, expires_at)
      values (${ctx.workspace.id}, ${fileId}, ${uploadId}, ${purpose}, ${found.ok ? 'reading' : 'failed'}, ${upload.name},
        ${found.ok ? tx.json(storable(found.settings)) : null}, ${tx.json({ ...FIRST_CHOICES })},
        ${found.ok ? null : found.message}, ${ctx.actor.userId}, ${ctx.now}, ${expiresAt})`
    await tellWork(tx)
    return ok({ fileId })
  })
}

async function alreadyOpen(
  tx: Parameters<Parameters<Context['sql']['begin']>[1]>[0],
  ctx: Context,
  uploadId: string,
): Promise<Result<{ fileId: string }>> {
  const [row] = await tx<{ id: string }[]>`
    select id from list_files where workspace_id = ${ctx.workspace.id} and upload_id = ${uploadId}`
  return row ? ok({ fileId: row.id }) : fail('not_found', 'This upload is gone. Send the file again.')
}

/** A file's own words may hold NULs and halves of characters, which jsonb refuses; they say nothing to a person. */
function storable(value: unknown): never {
  const clean = (_: string, each: unknown) =>
    typeof each === 'string' ? each.replace(/[\0\p{Cs}]/gu, '') : each
  return JSON.parse(JSON.stringify(value), clean) as never
}
