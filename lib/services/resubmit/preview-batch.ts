import { countCandidates, takenDays, type LeftOut, type TakenDay } from '@/db/queries/resubmit/candidates'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { askedBy, momentOf, wantedState } from './asked'
import { batchScope, type BatchScope } from './batch-input'

export interface BatchPreview {
  /** How many go, and from which sending accounts. */
  go: number
  accounts: { account: string; contacts: number }[]
  leftOut: { why: LeftOut; contacts: number }[]
  /** What other batches have planned: the calendar leaves room for it. */
  taken: TakenDay[]
}

/** Who would go with a batch now, and who is left out and why. */
export async function previewBatch(ctx: Context, scope: BatchScope): Promise<Result<BatchPreview>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = batchScope.safeParse(scope)
  if (!parsed.success) return fail('invalid_input', ERRORS.invalid_input.text)
  const moment = await momentOf(ctx)
  const counts = await countCandidates(ctx.sql, moment, await askedBy(ctx, parsed.data))
  const wanted = wantedState(parsed.data)
  const going = counts.filter((each) => each.state === wanted)
  const left = new Map<LeftOut, number>()
  for (const { state, contacts } of counts)
    if (state !== wanted && state !== 'ready') left.set(state, (left.get(state) ?? 0) + contacts)
  return ok({
    go: going.reduce((sum, { contacts }) => sum + contacts, 0),
    accounts: going.map(({ account, contacts }) => ({ account, contacts })),
    leftOut: [...left].map(([why, contacts]) => ({ why, contacts })),
    taken: (await takenDays(ctx.sql, moment, ctx.workspace.timeZone)).map((day) => ({ ...day })),
  })
}
