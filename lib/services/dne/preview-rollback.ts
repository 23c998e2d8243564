import type { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { inTime } from './in-time'
import { gatherIncident, incidentInput, TOOK_TOO_LONG } from './incident'

const SAMPLE = 20

export interface RollbackPreview {
  count: number
  /** The first of them, newest bounce first. */
  sample: { entryId: string; value: string; category: string; bounceAt: Date; reply: string }[]
}

/** Tells whom a rollback of an incident would restore; changes nothing. */
export async function previewRollback(
  ctx: Context,
  input: z.input<typeof incidentInput>,
): Promise<Result<RollbackPreview>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = incidentInput.safeParse(input)
  if (!parsed.success)
    return fail('invalid_input', parsed.error.issues[0]?.message ?? ERRORS.invalid_input.text)
  const looked = ctx.sql.begin(async (tx): Promise<Result<RollbackPreview>> => {
    const count = await gatherIncident(tx, ctx.workspace.id, parsed.data)
    const sample = await tx<RollbackPreview['sample']>`
      select entry_id as "entryId", value, category, bounce_at as "bounceAt", reply from incident_entries
      order by bounce_at desc, value limit ${SAMPLE}`
    return ok({ count, sample: sample.map((row) => ({ ...row })) })
  })
  return inTime(looked, TOOK_TOO_LONG)
}
