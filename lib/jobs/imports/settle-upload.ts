import { appendActivity } from '@/db/activity/append-activity'
import { newId } from '@/lib/id'
import type { Tx } from './work'

interface End {
  action: 'import.finished' | 'import.undone' | 'import.cancelled'
  count: number
  actorId: string
}

/** What was detected in a file, as SQL, without the samples of its columns: they are people's. */
export const WITHOUT_SAMPLES = `case when detected ? 'columns' then jsonb_set(detected, '{columns}', (
  select coalesce(jsonb_agg(c || '{"sample": ""}'), '[]') from jsonb_array_elements(detected -> 'columns') c)) else detected end`

/** The end of an import, in its last transaction: the stored file goes, and its samples; the activity row comes. */
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
    update imports set detected = ${tx.unsafe(WITHOUT_SAMPLES)} where workspace_id = ${workspaceId} and id = ${importId}`
  await appendActivity(tx, workspaceId, {
    id: newId(),
    at: new Date(),
    actorId,
    action,
    subjectId: importId,
    count,
    why: '',
    details: {},
    about: [],
  })
}
