import { discardFile } from '@/lib/services/dne/files/discard-file'
import { unpacked } from '@/lib/services/dne/files/stored-bytes'
import { cancelImport } from '@/lib/services/imports/cancel-import'
import type { Context } from '@/lib/services/context'

interface Stored {
  workspaceId: string
  uploadId: string
  gzip: boolean
  importId: string | null
  fileId: string | null
}

/**
 * A file is stored until it was imported. One that still waits for a person and holds one of the addresses goes, with its import: it can be
 * uploaded again without them. What is being imported just now goes by itself, and brings nobody back.
 */
export async function eraseFromFiles(ctx: Context, addresses: readonly string[]): Promise<number> {
  const { sql, workspace } = ctx
  const stored = await sql<Stored[]>`
    select u.workspace_id as "workspaceId", u.id as "uploadId", u.gzip, i.id as "importId", l.id as "fileId"
    from uploads u
    left join imports i on i.workspace_id = u.workspace_id and i.upload_id = u.id
    left join list_files l on l.workspace_id = u.workspace_id and l.upload_id = u.id
    where u.workspace_id = ${workspace.id} and u.state = 'received'
      and coalesce(i.state, '') not in ('staging', 'importing', 'undoing')
      and exists (select 1 from upload_chunks c where c.workspace_id = u.workspace_id and c.upload_id = u.id)`
  let gone = 0
  for (const file of stored) {
    if (!(await holds(ctx, file, addresses))) continue
    await drop(ctx, file)
    gone += 1
  }
  return gone
}

async function drop(ctx: Context, { uploadId, importId, fileId }: Stored): Promise<void> {
  if (importId) await cancelImport(ctx, { importId })
  if (fileId) await discardFile(ctx, { fileId })
  await ctx.sql`
    delete from upload_chunks where workspace_id = ${ctx.workspace.id} and upload_id = ${uploadId}`
}

/** Whether one of the addresses stands in the file, in whatever letter case, one or two bytes a sign. */
async function holds({ sql }: Context, file: Stored, addresses: readonly string[]): Promise<boolean> {
  const wanted = addresses.flatMap((address) => [
    Buffer.from(address, 'utf8').toString('latin1'),
    Buffer.from(address, 'utf16le').toString('latin1'),
  ])
  const longest = Math.max(...wanted.map((text) => text.length))
  let rest = ''
  for await (const bytes of unpacked(sql, file)) {
    const text = rest + Buffer.from(bytes).toString('latin1').toLowerCase()
    if (wanted.some((each) => text.includes(each.toLowerCase()))) return true
    rest = text.slice(-longest)
  }
  return false
}
