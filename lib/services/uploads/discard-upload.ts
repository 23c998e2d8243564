import type { Context } from '@/lib/services/context'

/** Removes an upload that was not received whole. */
export async function discardUpload(
  { sql, workspace }: Pick<Context, 'sql' | 'workspace'>,
  uploadId: string,
): Promise<void> {
  await sql.begin(async (tx) => {
    const gone = await tx`
      delete from uploads where workspace_id = ${workspace.id} and id = ${uploadId} and state = 'receiving'`
    if (gone.count > 0) {
      await tx`delete from upload_chunks where workspace_id = ${workspace.id} and upload_id = ${uploadId}`
    }
  })
}
