import { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { fail, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { changeRules, ruleIdInput } from './change-rules'

export const moveRuleInput = ruleIdInput.extend({ to: z.enum(['up', 'down']) })

/** Swaps a rule on words with its neighbour in the order; at the end of the list it stays. */
export async function moveRule(
  ctx: Context,
  input: z.infer<typeof moveRuleInput>,
): Promise<Result<{ id: string }>> {
  const parsed = moveRuleInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', ERRORS.invalid_input.text)
  const { id, to } = parsed.data
  const workspaceId = ctx.workspace.id
  return changeRules(ctx, {
    id,
    action: 'rule.moved',
    write: async (tx) => {
      const rules = await tx<{ id: string }[]>`
        select id from workspace_rules where workspace_id = ${workspaceId} order by position, id`
      const order = rules.map((rule) => rule.id)
      const at = order.indexOf(id)
      if (at < 0) return false
      const other = to === 'up' ? at - 1 : at + 1
      if (other < 0 || other >= order.length) return true
      ;[order[at], order[other]] = [order[other]!, order[at]!]
      await tx`
        update workspace_rules r set position = o.position
        from unnest(${order}::uuid[]) with ordinality o(id, position)
        where r.workspace_id = ${workspaceId} and r.id = o.id`
      return true
    },
  })
}
