import { z } from 'zod'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import { standing } from '@/db/queries/resubmit/standing'
import { ERRORS } from '@/lib/errors'
import { newId } from '@/lib/id'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'
import { lockSettling } from '@/lib/services/dne/lock-addresses'
import { refreshCause } from './refresh-contacts'

export const markFixedInput = z.object({
  category: z.string(),
  account: z.string().max(320),
  what: z.string().trim().min(1, 'Say what was done.').max(300),
  /** When it was fixed; whoever bounced later is not made ready. */
  fixedAt: z.coerce.date(),
})

export interface Fixed {
  id: string
  /** Contacts that became ready by it. */
  ready: number
}

/** Marks a cause as fixed: whoever bounced on it from that account before is ready again. Rejects times to come, and causes that need no fix. */
export async function markFixed(ctx: Context, input: z.input<typeof markFixedInput>): Promise<Result<Fixed>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = markFixedInput.safeParse(input)
  if (!parsed.success)
    return fail('invalid_input', parsed.error.issues[0]?.message ?? ERRORS.invalid_input.text)
  const { category, account, what, fixedAt } = parsed.data
  if (fixedAt > ctx.now) return fail('invalid_input', 'This time is still to come.')
  const own = await loadRules(ctx.sql, ctx.workspace.id)
  if (!own.rules.some((rule) => rule.category === category && rule.needsFix))
    return fail('precondition_failed', 'Contacts of this category become ready by themselves.')
  const id = newId(ctx.now.getTime())
  const workspaceId = ctx.workspace.id
  return ctx.sql.begin(async (tx) => {
    await lockSettling(tx, workspaceId)
    const only = tx`c.category = ${category} and c.account = ${account} and c.bounced_at <= ${fixedAt}`
    const count = async () => {
      const [row] = await tx<{ n: number }[]>`
        select count(*)::int as n from (${standing(tx, { workspaceId, now: ctx.now, ...own }, only)}) s where state = 'ready'`
      return row!.n
    }
    const before = await count()
    await tx`
      insert into fixes (workspace_id, id, category, account, what, fixed_at, created_by, created_at)
      values (${workspaceId}, ${id}, ${category}, ${account}, ${what}, ${fixedAt}, ${ctx.actor.userId}, ${ctx.now})`
    await refreshCause(tx, { workspaceId }, { category, account })
    const ready = (await count()) - before
    await recordActivity(tx, ctx, {
      action: 'resubmit.fixed',
      subjectId: id,
      count: ready,
      why: what,
      details: { category, fixedAt: fixedAt.toISOString() },
      about: account ? [account] : [],
    })
    return ok({ id, ready })
  })
}
