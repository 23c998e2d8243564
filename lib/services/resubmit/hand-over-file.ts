import { z } from 'zod'
import type { TransactionSql } from 'postgres'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import type { Download } from '@/lib/download'
import { ERRORS } from '@/lib/errors'
import { newId } from '@/lib/id'
import { admit, mayStillGo, takeDue, type DueContact } from '@/lib/jobs/handover/claim'
import { localDay } from '@/lib/resubmit/local-time'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'
import { MOST_CONTACTS } from './batch-input'
import { contactsCsv } from './contacts-csv'

export const handOverFileInput = z.object({
  batchId: z.guid(),
  /** A file that was downloaded before; without it the due part is handed over. */
  fileId: z.guid().optional(),
})

export interface HandoverFile extends Download {
  content: string
  count: number
}

/**
 * Hands the due part of a batch over as CSV: whoever is in the file counts as handed over from then on. With `fileId` it gives an earlier
 * file again, without those listed meanwhile. Rejects a batch that is not a running one by file, and one of which nothing is due.
 */
export async function handOverFile(
  ctx: Context,
  input: z.infer<typeof handOverFileInput>,
): Promise<Result<HandoverFile>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = handOverFileInput.safeParse(input)
  if (!parsed.success) return fail('not_found', ERRORS.not_found.text)
  const { batchId, fileId } = parsed.data
  const { sql, workspace, now } = ctx
  const { plusTags } = await loadRules(sql, workspace.id)
  return sql.begin(async (tx): Promise<Result<HandoverFile>> => {
    const [batch] = await tx<{ name: string; state: string }[]>`
      select name, state from batches
      where workspace_id = ${workspace.id} and id = ${batchId} and destination_id is null for update`
    if (!batch) return fail('not_found', ERRORS.not_found.text)
    const place = { workspaceId: workspace.id, batchId, now, plusTags }
    const rows = fileId ? await takeAgain(tx, place, fileId) : await takePart(tx, ctx, place, batch.state)
    if (rows.length === 0) return fail('precondition_failed', nothing(fileId, batch.state))
    await recordActivity(tx, ctx, {
      action: fileId ? 'batch.downloaded_again' : 'batch.downloaded',
      subjectId: batchId,
      count: rows.length,
    })
    const fileName = `resubmit-${workspace.slug}-${localDay(now, workspace.timeZone)}.csv`
    return ok({ fileName, content: contactsCsv(rows), count: rows.length })
  })
}

function nothing(fileId: string | undefined, state: string): string {
  if (fileId) return 'Nobody of this file may be mailed any more.'
  return state === 'running' ? 'Nothing of this batch is due yet.' : 'This batch does not run.'
}

type Place = Parameters<typeof admit>[1]

async function takePart(
  tx: TransactionSql,
  { workspace, actor, now }: Context,
  place: Place,
  state: string,
): Promise<DueContact[]> {
  if (state !== 'running') return []
  const going = await admit(tx, place, await takeDue(tx, place, MOST_CONTACTS))
  const fileId = newId(now.getTime())
  if (going.length > 0) {
    await tx`
      update batch_contacts set state = 'handed_over', handed_at = ${now}, file_id = ${fileId}, attempts = 1
      where workspace_id = ${workspace.id} and batch_id = ${place.batchId}
        and recipient = any(${going.map((each) => each.recipient)}::text[])`
    await tx`
      insert into handover_files (workspace_id, id, batch_id, created_by, created_at, count)
      values (${workspace.id}, ${fileId}, ${place.batchId}, ${actor.userId}, ${now}, ${going.length})`
  }
  await tx`
    update batches set state = 'done' where workspace_id = ${workspace.id} and id = ${place.batchId} and not exists (
      select 1 from batch_contacts where workspace_id = ${workspace.id} and batch_id = ${place.batchId}
        and state in ('planned', 'sending'))`
  return going
}

/** Whoever was in the file and may still be mailed. */
async function takeAgain(tx: TransactionSql, place: Place, fileId: string): Promise<DueContact[]> {
  const rows = await tx<DueContact[]>`
    select recipient, name, account, campaign, category, bounced_at as "bouncedAt", bounce_key as "bounceKey", tries,
      message_id as "messageId", attempts
    from batch_contacts
    where workspace_id = ${place.workspaceId} and batch_id = ${place.batchId} and file_id = ${fileId} and outcome <> 'bounced'
    order by due_at, recipient`
  const why = await mayStillGo(
    tx,
    place,
    rows.map((each) => each.recipient),
  )
  return rows.filter((each) => why.get(each.recipient) === null)
}
