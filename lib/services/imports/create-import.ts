import { newId } from '@/lib/id'
import { freshCheckpoint } from '@/lib/jobs/imports/work'
import type { Context } from '@/lib/services/context'
import { detectFile } from './detect-file'

interface Input {
  uploadId: string
  retryKey: string
  origin: 'file' | 'command' | 'sample'
}

interface StoredUpload {
  gzip: boolean
  size: number
  textSha256: string
}

/** Opens the import of a compared upload and makes the upload `received` with it; a parallel try of the same file gives the same import. */
export async function createImport(
  ctx: Context,
  { uploadId, retryKey, origin }: Input,
): Promise<{ uploadId: string; importId: string }> {
  const workspaceId = ctx.workspace.id
  const [upload] = await ctx.sql<StoredUpload[]>`
    select gzip, size::float8 as size, text_sha256 as "textSha256" from uploads
    where workspace_id = ${workspaceId} and id = ${uploadId}`
  const { settings, detected } = await detectFile(ctx.sql, ctx, { uploadId, ...upload! })
  const importId = newId(ctx.now.getTime())
  return ctx.sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtextextended(${`upload ${workspaceId} ${retryKey}`}, 0))`
    const [before] = await tx<{ uploadId: string; importId: string }[]>`
      select u.id as "uploadId", i.id as "importId" from uploads u
      join imports i on i.workspace_id = u.workspace_id and i.upload_id = u.id
      where u.workspace_id = ${workspaceId} and u.retry_key = ${retryKey}
        and u.sha256 = (select sha256 from uploads where workspace_id = ${workspaceId} and id = ${uploadId})`
    if (before) return before
    await tx`update uploads set state = 'received' where workspace_id = ${workspaceId} and id = ${uploadId}`
    await tx`
      insert into imports (workspace_id, id, upload_id, state, origin, settings, detected, checkpoint, created_by, created_at)
      values (${workspaceId}, ${importId}, ${uploadId}, 'mapping', ${origin}, ${tx.json(storable(settings ?? {}))},
        ${tx.json(storable(detected))}, ${tx.json(freshCheckpoint(false, ctx.actor.userId) as never)},
        ${ctx.actor.userId}, ${ctx.now})`
    return { uploadId, importId }
  })
}

/** A file's own words may hold NULs and halves of characters, which jsonb refuses; they say nothing to a person. */
function storable(value: unknown): never {
  const clean = (_: string, each: unknown) =>
    typeof each === 'string' ? each.replace(/[\0\p{Cs}]/gu, '') : each
  return JSON.parse(JSON.stringify(value), clean) as never
}
