import { z } from 'zod'
import { PROTECTED_REASONS, REASONS } from '@/lib/dne/entry'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { createAct, finishAct } from './act'
import { countingGood } from './count-good'
import { dayEnd } from './day-end'
import { lockAddresses } from './lock-addresses'
import { reasonJson } from './reason-json'
import { transact } from './transact'

export const changeEntryInput = z.strictObject({
  entryId: z.guid(),
  reason: z.enum(REASONS),
  note: z.string().trim().max(500).optional(),
  /** The last day it stands; null: for good; absent: as it is. */
  until: z.iso.date().nullish(),
})

/**
 * Changes the note or the end of one reason that a person or a file gave. Rejects what follows from bounces, which ends by itself, and an
 * end for a complaint or an unsubscribe: that would take it off the list without an admin.
 */
export async function changeEntry(
  ctx: Context,
  input: z.input<typeof changeEntryInput>,
): Promise<Result<{ actId: string }>> {
  const asked = authorised(ctx, 'operator', changeEntryInput, input)
  if (!asked.ok) return asked
  const { entryId, reason, note, until } = asked.value
  const end = until ? dayEnd(until, ctx.workspace.timeZone) : null
  if (end && PROTECTED_REASONS.includes(reason)) {
    return fail('precondition_failed', 'This gets no end: only an admin takes it off, with a written reason.')
  }
  if (end && end <= ctx.now) return fail('invalid_input', 'The end lies in the past.')
  const workspaceId = ctx.workspace.id
  return transact(ctx.sql, async (tx): Promise<Result<{ actId: string }>> => {
    const which = tx`r.workspace_id = ${workspaceId} and r.entry_id = ${entryId} and r.reason = ${reason} and r.source <> 'bounce'`
    const [entry] = await tx<{ value: string }[]>`select r.value from dne_reasons r where ${which}`
    if (!entry) return fail('not_found', 'This is not on the list any more, or follows from a bounce.')
    await lockAddresses(tx, workspaceId, [entry.value])
    const actId = await createAct(tx, ctx, { kind: 'add', details: { changed: true } })
    const json = tx.unsafe(reasonJson('r'))
    await tx`
      insert into dne_changes (workspace_id, act_id, value, reason, entry_id, before)
      select r.workspace_id, ${actId}, r.value, r.reason, r.entry_id, ${json} from dne_reasons r where ${which}`
    await countingGood(tx, workspaceId, tx`select ${entry.value}::text as value`, () =>
      tx`
      update dne_reasons r set note = coalesce(${note ?? null}, r.note),
        until = ${until === undefined ? tx`r.until` : tx`${end}::timestamptz`}, act_id = ${actId}
      where ${which}`.execute(),
    )
    await tx`
      update dne_changes c set after = ${json} from dne_reasons r
      where c.workspace_id = ${workspaceId} and c.act_id = ${actId} and c.value = r.value and c.reason = r.reason and ${which}`
    const details = { reason, ...(until === undefined ? {} : { until: end?.toISOString() ?? null }) }
    await finishAct(tx, ctx, actId, { action: 'dne.changed', count: 1, details, about: [entry.value] })
    return ok({ actId })
  })
}
