import { newId } from '@/lib/id'
import type { Tx } from './work'

interface End {
  action: 'import.finished' | 'import.undone' | 'import.cancelled'
  count: number
  actorId: string
}

/** The end of an import, in its last transaction: the stored file goes, the activity row comes. */
export async function settleUpload(
  tx: Tx,
  { workspaceId, importId }: { workspaceId: string; importId: string },
  { action, count, actorId }: End,
): Promise<void> {
  await tx`
    delete from upload_chunks c using imports i
    where c.workspace_id = ${workspaceId} and i.workspace_id = ${workspaceId} and i.id = ${importId}
      and c.upload_id = i.upload_id`
  await tx`
    insert into activity (workspace_id, id, at, actor_id, action, subject_id, count, details)
    values (${workspaceId}, ${newId()}, now(), ${actorId}, ${action}, ${importId}, ${count}, '{}')`
}
