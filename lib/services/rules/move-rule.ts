import { z } from 'zod'
import type { Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { changeRules, ruleIdInput } from './change-rules'

export const moveRuleInput = ruleIdInput.extend({ to: z.enum(['up', 'down']) })

/** Swaps a rule on words with its neighbour in the order; at the end of the list it stays. */
export async function moveRule(
  ctx: Context,
  input: z.infer<typeof moveRuleInput>,
): Promise<Result<{ id: string }>> {
  const asked = authorised(ctx, 'operator', moveRuleInput, input)
  if (!asked.ok) return asked
  const { id, to } = asked.value
  const workspaceId = ctx.workspace.id
  return changeRules(ctx, {
    id,
    action: 'rule.moved',
    write: async (tx) => {
      const rules = await tx<{ id: string }[]>`
        select id from workspace_rules where workspace_id = ${workspaceId} order by position, id`
      const order = rules.map((rule) => rule.id)
      const at = order.indexOf(id)
      if (at < 0) return { count: 0 }
      const other = to === 'up' ? at - 1 : at + 1
      if (other < 0 || other >= order.length) return { count: 1 }
      ;[order[at], order[other]] = [order[other]!, order[at]!]
      return tx`
        update workspace_rules r set position = o.position
        from unnest(${order}::uuid[]) with ordinality o(id, position)
        where r.workspace_id = ${workspaceId} and r.id = o.id`
    },
  })
}
