import { z } from 'zod'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import { policySchema } from '@/lib/dne/policy'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { createAct, finishAct } from './act'
import { lockSettling } from './lock-addresses'
import { transact } from './transact'
import { same, writePolicy } from './write-policy'

export const savePolicyInput = z.strictObject({
  policy: policySchema,
  why: z.string().trim().max(500).optional(),
})

/**
 * Changes the policy; a worker derives the list anew under it, step by step. Gives the act, null where nothing is different. Rejects a
 * policy that lists contacts at once for a cause that is not theirs.
 */
export async function savePolicy(
  ctx: Context,
  input: z.input<typeof savePolicyInput>,
): Promise<Result<{ actId: string | null }>> {
  if (!mayAct(ctx.actor.role, 'admin')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = savePolicyInput.safeParse(input)
  if (!parsed.success)
    return fail('invalid_input', parsed.error.issues[0]?.message ?? ERRORS.invalid_input.text)
  const { policy, why } = parsed.data
  return transact(ctx.sql, async (tx): Promise<Result<{ actId: string | null }>> => {
    await lockSettling(tx, ctx.workspace.id)
    const before = await loadPolicy(tx, ctx.workspace.id)
    const changed = Object.keys(policy.categories).filter(
      (id) => !same(policy.categories[id], before.categories[id]),
    )
    const options = !same(policy.options, before.options)
    if (changed.length === 0 && !options) return ok({ actId: null })
    const actId = await createAct(tx, ctx, { kind: 'policy', why, details: { before, after: policy } })
    await writePolicy(tx, ctx, actId, policy, before)
    const pick = (from: typeof policy) => Object.fromEntries(changed.map((id) => [id, from.categories[id]]))
    await finishAct(tx, ctx, actId, {
      action: 'dne.policy_changed',
      count: changed.length + (options ? 1 : 0),
      details: {
        from: { ...pick(before), ...(options ? { options: before.options } : {}) },
        to: { ...pick(policy), ...(options ? { options: policy.options } : {}) },
      },
    })
    return ok({ actId })
  })
}
