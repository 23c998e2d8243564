import { z } from 'zod'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { ERRORS } from '@/lib/errors'
import { createAct, finishAct } from './act'
import { clearValues } from './clear-values'
import { inTime } from './in-time'
import { gatherIncident, incidentInput, TOOK_TOO_LONG } from './incident'
import { lockSelected, lockSettling } from './lock-addresses'
import { settleRecipients } from './settle-recipients'
import { takeOff } from './take-off'
import { transact } from './transact'

/**
 * Restores in one act everybody whom an incident put on the list, to rest or in the queue. Bounces up to the incident's end (now at the
 * latest) count no more against them; whoever bounced for good after it stays listed. Gives the act and how many are free again.
 */
export async function rollBack(
  ctx: Context,
  input: z.input<typeof incidentInput> & { why: string },
): Promise<Result<{ actId: string; count: number }>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const { why, ...given } = input
  const parsed = incidentInput.safeParse(given)
  if (!parsed.success)
    return fail('invalid_input', parsed.error.issues[0]?.message ?? ERRORS.invalid_input.text)
  if (!z.string().trim().min(1).max(500).safeParse(why).success) return fail('invalid_input', 'Say why.')
  const incident = parsed.data
  const workspaceId = ctx.workspace.id
  const rolledBack = transact(ctx.sql, async (tx): Promise<Result<{ actId: string; count: number }>> => {
    await lockSettling(tx, workspaceId)
    if ((await gatherIncident(tx, workspaceId, incident)) === 0) {
      return fail('conflict', 'Nobody is listed because of this any more.')
    }
    await lockSelected(tx, workspaceId, 'select value from incident_entries')
    const { from, to, ...which } = incident
    const days = { from: from.toISOString(), to: to.toISOString() }
    const actId = await createAct(tx, ctx, {
      kind: 'rollback',
      why: why.trim(),
      details: { ...days, ...which },
    })
    const values = await tx<{ value: string }[]>`select value from incident_entries`
    await takeOff(
      tx,
      workspaceId,
      actId,
      tx`select value, bounce_at from incident_entries`,
      tx`r.reason = 'bounce'
      and r.bounce_at = v.bounce_at`,
    )
    await clearValues(tx, ctx, {
      actId,
      kind: 'cleared',
      at: to < ctx.now ? to : ctx.now,
      values: tx`select value from incident_entries`,
    })
    await settleRecipients(
      tx,
      { workspaceId, now: ctx.now },
      values.map((row) => row.value),
    )
    const [again] = await tx<{ n: number }[]>`
      select count(*)::int as n from incident_entries i where exists (select 1 from dne_reasons r
        where r.workspace_id = ${workspaceId} and r.value = i.value and r.reason = 'bounce')`
    const count = values.length - again!.n
    const { provider = null, category = null } = incident
    await finishAct(tx, ctx, actId, {
      action: 'dne.rolled_back',
      count,
      details: { ...days, provider, category },
    })
    return ok({ actId, count })
  })
  return inTime(rolledBack, TOOK_TOO_LONG)
}
