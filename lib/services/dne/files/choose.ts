import { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import type { ListChoices } from '@/lib/ingest/lists/counts'
import { withValueColumn } from '@/lib/ingest/lists/detect'
import { tellWork } from '@/lib/jobs/wake'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { dayEnd } from '../day-end'
import { loadFileRow } from './file-row'

export const chooseInput = z.strictObject({
  fileId: z.guid(),
  /** Index of the column that holds the addresses. */
  column: z.int().min(0).max(5000).optional(),
  choices: z
    .strictObject({
      reason: z.enum(['complaint', 'unsubscribe', 'manual', 'imported']),
      note: z.string().trim().max(500),
      /** The last day, in the workspace's zone; null for good. */
      untilDay: z.iso.date().nullable(),
    })
    .optional(),
})

/** Takes what a person says of a file that was read (column, reason, note, end) and has it read anew. */
export async function choose(
  ctx: Context,
  { fileId, column, choices }: z.output<typeof chooseInput>,
): Promise<Result<null>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const until = choices?.untilDay ? dayEnd(choices.untilDay, ctx.workspace.timeZone) : null
  if (until && until <= ctx.now)
    return fail('invalid_input', 'Choose a day that lies ahead.', {
      untilDay: 'Choose a day that lies ahead.',
    })
  const chosen: ListChoices | null = choices
    ? { reason: choices.reason, note: choices.note, until: until?.toISOString() ?? null }
    : null
  return ctx.sql.begin(async (tx) => {
    const file = await loadFileRow(tx, ctx.workspace.id, fileId, { lock: true })
    if (!file?.settings) return fail('not_found', ERRORS.not_found.text)
    if (file.state !== 'read' && file.state !== 'reading')
      return fail('precondition_failed', 'This file is being stored, or is over. Upload it again.')
    const settings = column === undefined ? file.settings : withValueColumn(file.settings, column)
    await tx`
      update list_files set settings = ${tx.json(settings as never)}, choices = ${tx.json({ ...(chosen ?? file.choices) })},
        state = 'reading', counts = null, progress = null, fence = fence + 1, lease_until = null, tries = 0
      where workspace_id = ${ctx.workspace.id} and id = ${fileId}`
    await tellWork(tx)
    return ok(null)
  })
}
